import type { Role } from "@/db/enums";

/**
 * The page to go to after signing in: a path of ours, or the fallback. Anything that a browser could read as another
 * host (`//host`, `/\host`, a scheme, control characters, also percent-encoded) is not a path of ours.
 */
export function ownPath(next: unknown, fallback: string): string {
  if (typeof next !== "string" || next.length > 500) return fallback;
  let plain = next;
  try {
    plain = decodeURIComponent(next);
  } catch {
    return fallback;
  }
  const ours = (path: string) => /^\/[a-z]{2}(?:[/?#]|$)/.test(path) && !/[\\\p{Cc}]|\/\//u.test(path);
  return ours(next) && ours(plain) ? next : fallback;
}

/** Where each role begins. */
export function homeOf(role: Role): "desk" | "organize" {
  return role === "focal_point" ? "desk" : "organize";
}
