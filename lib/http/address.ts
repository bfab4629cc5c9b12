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

/** The path of a request's URL, without the query. */
export function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "/";
}
