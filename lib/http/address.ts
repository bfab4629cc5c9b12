/** Whether the path and query of a request can be read: percent-encoding is well-formed UTF-8 and hides no NUL. */
export function isReadable(url: string): boolean {
  if (/%00/.test(url) || !url.startsWith("/")) return false;
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** A path as the log may keep it: without what could be the secret of a private link. */
export function loggable(path: string): string {
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  return path.replace(/[\w-]{20,}/g, (word) => (isId.test(word) ? word : "…"));
}

/** The path of a request's URL, without the query. */
export function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "/";
}
