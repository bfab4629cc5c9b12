type Whole = {
  name: string;
  contentType: string;
  size: number;
  /** What changes exactly when the bytes do. */
  mark: string;
  /** Shown within a page; else it is saved. */
  inline: boolean;
};

/** How much is read at a time, so that a film is never in memory whole. */
const chunk = 1_000_000;

/**
 * A file that pages show, as an answer: whole, in the part that was asked for, or not at all where the asking side has
 * it. It is asked for each time it is shown, for whether it may be read can have changed.
 */
export function partsAnswer(
  request: Request,
  { name, contentType, size, mark, inline }: Whole,
  range: { from: number; to: number } | "outside" | undefined,
  read: (part: { from: number; to: number }) => Promise<Buffer | undefined>,
): Response {
  const etag = `"${mark}"`;
  const headers = {
    etag,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
    "content-type": contentType,
    "content-disposition": `${inline ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
  const known = request.headers.get("if-none-match")?.split(",");
  if (known?.some((tag) => tag.trim().replace(/^W\//, "") === etag))
    return new Response(null, { status: 304, headers });
  const ifRange = request.headers.get("if-range");
  const part = ifRange === null || ifRange === etag ? range : undefined;
  if (part === "outside")
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${size}` } });
  const { from, to } = part ?? { from: 0, to: size - 1 };
  return new Response(streamed(from, to, read), {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      "content-length": String(to - from + 1),
      ...(part && { "content-range": `bytes ${from}-${to}/${size}` }),
    },
  });
}

function streamed(from: number, to: number, read: Parameters<typeof partsAnswer>[3]) {
  let at = from;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await read({ from: at, to: Math.min(at + chunk - 1, to) });
      // It was erased while it was sent.
      if (!part || part.length === 0) return controller.error(new Error("There is no more of this file."));
      controller.enqueue(new Uint8Array(part));
      at += part.length;
      if (at > to) controller.close();
    },
  });
}
