import { isHeld } from "./if-none-match";

type Image = { sha256: string; mediaType: string; bytes: Buffer };

/**
 * An image named by its hash. The bytes of an address never change, but whether
 * somebody may have them can change at midnight: so it may be kept, and is
 * asked for again each time, which costs a look and no bytes.
 */
export function imageResponse(
  request: Request,
  { sha256, mediaType, bytes }: Image,
  whose: "public" | "private",
): Response {
  const tag = `"${sha256}"`;
  const headers = {
    ETag: tag,
    "Cache-Control": `${whose}, max-age=0, must-revalidate`,
    "Content-Type": mediaType,
  };
  if (isHeld(request, tag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "Content-Length": String(bytes.length) },
  });
}
