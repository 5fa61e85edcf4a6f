export type ByteSource =
  Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Longer than any protein sequence or CSV note; a longer line is not a reference file. */
const longestLine = 1_000_000;

/** The file cannot be read at all; the message is one sentence for the person who loads it. */
export class UnreadableReference extends Error {}

/**
 * The lines of a UTF-8 file (with or without a byte order mark), without
 * their line ends. Throws UnreadableReference for other encodings, NUL bytes
 * and lines of more than a million characters.
 */
export async function* readLines(source: ByteSource): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    rest += decode(decoder, chunk);
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield* lines;
    if (rest.length > longestLine)
      throw new UnreadableReference("A line has over a million characters.");
  }
  rest += decode(decoder);
  if (rest !== "") yield rest.replace(/\r$/, "");
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  let text: string;
  try {
    text = decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new UnreadableReference("The file is not UTF-8 text.");
  }
  if (text.includes("\0"))
    throw new UnreadableReference("The file is not a text file.");
  return text;
}
