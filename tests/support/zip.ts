import { crc32, deflateRawSync } from "node:zlib";

type Part = string | { packed: Buffer; claimed: number };

/** A zip archive of parts, for tests; a part can be given packed, and claim a size of its choice. */
export function zipOf(parts: Record<string, Part>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [path, part] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const packed = typeof part === "string" ? deflateRawSync(part) : part.packed;
    const claimed = typeof part === "string" ? Buffer.byteLength(part) : part.claimed;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(typeof part === "string" ? crc32(part) : 0, 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claimed, 18);
    facts.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, name]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(
      Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), Buffer.from([20, 0]), facts, rest, name]),
    );
    local.push(header, packed);
    at += header.length + packed.length;
  }
  const size = central.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...local, ...central, Buffer.from("PK\x05\x06", "latin1"), end]));
}
