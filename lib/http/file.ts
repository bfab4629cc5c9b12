/**
 * A file that somebody handed in, as an answer: never opened inside our own pages (a PDF or a picture can carry a
 * script), never kept by anybody in between.
 */
export function fileAnswer({
  name,
  contentType,
  content,
}: {
  name: string;
  contentType: string;
  content: Buffer;
}): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": contentType === "text/plain" ? "text/plain; charset=utf-8" : contentType,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
