import chardet from "chardet";
import iconv from "iconv-lite";

/** By how many points another alphabet must be likelier than the Western one; short lists of names look like many. */
const lead = 20;

/**
 * The text of a file: by its mark where it has one, else UTF-8 where it is valid UTF-8, else UTF-16 where every second
 * byte is nought, else the likeliest single-byte encoding. Western texts are read as Windows-1252, of which Latin-1 is a part.
 */
export function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = [
    { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
    { encoding: "utf-16le", mark: [0xff, 0xfe] },
    { encoding: "utf-16be", mark: [0xfe, 0xff] },
  ].find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return iconv.decode(buffer, marked.encoding).toWellFormed();
  const wide = wideOf(bytes);
  if (wide) return iconv.decode(buffer, wide).toWellFormed();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(buffer, singleByteOf(bytes)).toWellFormed();
  }
}

/** UTF-16 without a mark, of mostly Western signs. */
function wideOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const sample = bytes.subarray(0, 2_000);
  if (sample.length < 4) return undefined;
  const noughts = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = noughts.map((count) => count / (sample.length / 2));
  if (odd > 0.4 && even < 0.1) return "utf-16le";
  return even > 0.4 && odd < 0.1 ? "utf-16be" : undefined;
}

function singleByteOf(bytes: Uint8Array): string {
  const western = ["ISO-8859-1", "windows-1252"];
  const guesses = chardet
    .analyse(bytes)
    .filter(({ name }) => !/^UTF|ASCII/.test(name) && iconv.encodingExists(name));
  const best = guesses[0];
  const ours = Math.max(
    0,
    ...guesses.filter(({ name }) => western.includes(name)).map((one) => one.confidence),
  );
  return best && !western.includes(best.name) && best.confidence - ours >= lead ? best.name : "windows-1252";
}
