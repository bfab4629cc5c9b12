import { inflateRawSync } from "node:zlib";
import { Refusal } from "@/lib/refusal";
import { limits } from "./limits";

/**
 * The XML parts of a zip archive as they really unpack, by the archive's own directory (PKWARE APPNOTE 4.3). Together
 * they are unpacked under a limit, whatever size they claim. Refuses `table_unreadable` for what is damaged, encrypted,
 * or larger.
 */
export function unpackedParts(bytes: Uint8Array, most = limits.unpackedBytes): Buffer[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return parts(zip, most);
  } catch {
    throw new Refusal("table_unreadable");
  }
}

function parts(zip: Buffer, most: number): Buffer[] {
  const found: Buffer[] = [];
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let left = most;
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error("no entry");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    if (/\.(xml|rels)$/.test(name)) {
      const part = unpack(zip, at, left);
      left -= part.length;
      found.push(part);
    }
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return found;
}

function unpack(zip: Buffer, at: number, most: number): Buffer {
  const [method, claimed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 24)];
  const [packed, header] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const content = zip.subarray(from, from + packed);
  const part = method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
  // Whoever reads it afterwards believes what it claims.
  if (part.length > most || part.length !== claimed) throw new Error("not what it claims");
  return part;
}
