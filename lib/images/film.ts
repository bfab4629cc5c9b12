/** Boxes of an MP4 that hold others, on the way to where a camera writes its notes. */
const holders = new Set(["moov", "trak"]);

/** Boxes a camera writes its notes into: where it was, which one it is, when. `uuid` is what XMP stands in. */
const notes = new Set(["udta", "meta", "uuid", "XMP_"]);

/**
 * A film without what the camera noted in it. In an MP4 the boxes with notes become free space of the same size, so
 * that every offset in the file stays what it was. Other films are as they were: browsers record WebM without notes.
 */
export function withoutNotes(content: Buffer): Buffer {
  if (content.toString("latin1", 4, 8) !== "ftyp") return content;
  const blotted = Buffer.from(content);
  blot(blotted, 0, blotted.length);
  return blotted;
}

function blot(film: Buffer, begin: number, end: number) {
  for (let at = begin; at + 8 <= end; ) {
    const short = film.readUInt32BE(at);
    const type = film.toString("latin1", at + 4, at + 8);
    const header = short === 1 ? 16 : 8;
    if (at + header > end) return;
    // 1: the size follows as 64 bits; 0: to the end.
    const size = short === 1 ? Number(film.readBigUInt64BE(at + 8)) : short === 0 ? end - at : short;
    if (size < header || at + size > end) return;
    if (notes.has(type)) {
      film.write("free", at + 4, "latin1");
      film.fill(0, at + header, at + size);
    } else if (holders.has(type)) blot(film, at + header, at + size);
    at += size;
  }
}
