/** What pages of other sites may ask: to read, and to be told that nothing has changed. */
const reading = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, link",
  "cross-origin-resource-policy": "cross-origin",
};

/** What went wrong, for programs (RFC 9457). It is never kept: what is not public now may be so in a second. */
export function problem(
  status: 400 | 404 | 500,
  title: string,
  more: { detail?: string; parameters?: string[] } = {},
): Response {
  return new Response(`${JSON.stringify({ type: "about:blank", title, status, ...more })}\n`, {
    status,
    headers: { ...reading, "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

/** The answer to a browser that asks first whether a page of another site may read. No credentials are ever taken. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "accept, accept-language, if-none-match",
      "access-control-max-age": "86400",
      allow: "GET, HEAD, OPTIONS",
    },
  });
}
