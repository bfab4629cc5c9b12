import { createHash } from "node:crypto";

/**
 * A public answer that programs ask for again and again: with an ETag, so that equal contents are not sent twice, and
 * readable by pages of other sites. It is asked for each time, for what is public may have changed.
 */
export function validated(
  request: Request,
  {
    body,
    contentType,
    name,
    links,
  }: { body: string | Uint8Array; contentType: string; name?: string; links?: string },
): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = {
    etag,
    "cache-control": "no-cache",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    // A page of another site sees no others of ours.
    "access-control-expose-headers": "etag, link",
    ...(links ? { link: links } : {}),
  };
  const known = request.headers.get("if-none-match")?.split(",").map(opaque);
  if (known?.some((one) => one === etag || one === "*")) return new Response(null, { status: 304, headers });
  const disposition: Record<string, string> = name
    ? { "content-disposition": `inline; filename="${name}"` }
    : {};
  return new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: { "content-type": contentType, ...disposition, ...headers },
  });
}

/** The tag itself: for reading, a weak one is as good (RFC 9110, 13.1.2). */
const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
