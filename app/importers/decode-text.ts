import { Refused } from "./report";

/**
 * The text of a file in UTF-8 (with or without byte order mark) or UTF-16 with
 * one. Throws Refused for other encodings and for what is not text: NUL or
 * more than one control character in a hundred.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(
      encoding === "utf-8"
        ? "The file is not text in UTF-8 or UTF-16; save it as UTF-8 and try again."
        : "The file begins like UTF-16 text but breaks off or holds errors.",
    );
  }
  const controls = text.match(/[\u0001-\u0008\u000e-\u001f\u007f]/g) ?? [];
  if (text.includes("\0") || controls.length > text.length / 100)
    throw new Refused("The file is not a text file.");
  return text;
}

function markedEncoding(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
