import type { MediaKind } from "@/db/enums";

/** What may be put into the library, by what its content is. A drawing in SVG can carry a script: it is not taken. */
export const mediaTypes: Record<MediaKind, readonly string[]> = {
  image: ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"],
  video: ["video/mp4", "video/webm"],
  file: [
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.oasis.opendocument.text",
  ],
};

/** Every type that is taken. */
export const allMediaTypes = Object.values(mediaTypes).flat();

/** The largest file that is taken of each kind, in bytes. What is sent in one go is bounded by `LIBRARY_LIMIT`. */
export const mostMediaBytes: Record<MediaKind, number> = {
  image: 25_000_000,
  video: 60_000_000,
  file: 25_000_000,
};

/** How many files are taken in one go. */
export const mostAtOnce = 20;

/** What kind of thing something of a type is. */
export function kindOfType(contentType: string): MediaKind | undefined {
  return (Object.keys(mediaTypes) as MediaKind[]).find((kind) => mediaTypes[kind].includes(contentType));
}

/** What the names of pictures end in, by the types in which they are drawn anew. */
export const pictureEndings: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

/** A width and a height, in pixels. */
type Box = { width: number; height: number };

/** How large a picture is shown that must fit into a box: in its own proportions, and never larger than it is. */
export function fitted({ width, height }: Box, box: Box): Box {
  const scale = Math.min(1, box.width / width, box.height / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** The size of a picture to answer with: the smallest that is at least as wide as asked, else the whole. */
export function sizeFor<Size extends { width: number | null }>(
  sizes: readonly Size[],
  wanted: number | null,
): Size | undefined {
  const byWidth = sizes.toSorted((a, b) => (a.width ?? Infinity) - (b.width ?? Infinity));
  return byWidth.find(({ width }) => wanted !== null && (width ?? Infinity) >= wanted) ?? byWidth.at(-1);
}

/** A part of a file that was asked for: from byte to byte, both included. */
export type Range = { from: number; to: number };

/** The most of a film that is sent at once; browsers ask for the rest. */
const mostInOnePart = 4_000_000;

/**
 * The part of a file of `size` bytes that a `Range` header asks for: nothing where it is none we know (the whole is
 * sent then), `outside` where the file has no such part.
 */
export function rangeOf(header: string | null, size: number): Range | "outside" | undefined {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (from >= size || from > end) return "outside";
  return { from, to: Math.min(end, from + mostInOnePart - 1) };
}
