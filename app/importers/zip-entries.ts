import { inflateRawSync } from "node:zlib";
import { Refused } from "./report";

const mostEntries = 2_000;
/** All entries of one file together, unpacked. */
const mostUnpacked = 50 * 1024 * 1024;
const broken = "The file is damaged: it cannot be unpacked.";

/**
 * The entries of a ZIP file by its central directory. Each is unpacked once
 * here under one limit for all, so that a small file cannot become a huge one
 * whatever sizes it states. Throws Refused for encrypted, damaged and
 * oversized files.
 */
export function readZip(file: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries)
    throw new Refused("The file holds more parts than a document has.");
  const entries = new Map<string, Uint8Array>();
  let left = mostUnpacked;
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    need(at + 46 <= file.length && view.getUint32(at, true) === 0x02014b50);
    if (view.getUint16(at + 8, true) & 1)
      throw new Refused("The file is protected by a password.");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      file.subarray(at + 46, at + 46 + nameLength),
    );
    const bytes = unpack(file, view, at, left);
    left -= bytes.length;
    entries.set(name, bytes);
    at +=
      46 +
      nameLength +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new Refused(broken);
}

function unpack(
  file: Uint8Array,
  view: DataView,
  at: number,
  left: number,
): Uint8Array {
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  need(local + 30 <= file.length && view.getUint32(local, true) === 0x04034b50);
  const from =
    local +
    30 +
    view.getUint16(local + 26, true) +
    view.getUint16(local + 28, true);
  need(from + packedSize <= file.length);
  const packed = file.subarray(from, from + packedSize);
  if (method === 0) {
    if (packed.length > left) throw new Refused(tooLarge);
    return packed;
  }
  need(method === 8);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    const isLarge =
      error instanceof RangeError ||
      (error instanceof Error &&
        "code" in error &&
        error.code === "ERR_BUFFER_TOO_LARGE");
    throw new Refused(isLarge ? tooLarge : broken);
  }
}

const tooLarge = "The file unpacks to more than 50 MB.";

function need(isRight: boolean): void {
  if (!isRight) throw new Refused(broken);
}
