import type { IncomingHttpHeaders } from "node:http";

/** Pages that are for one person: never stored by anyone, never named to another site. */
const PRIVATE =
  /^\/(?:[a-z]{2}\/(?:organize|desk|sign-in|registrations?|invitation|application|preview|press|subscription|events\/[^/]+\/my)|api\/(?:auth|unsubscribe))(?:\/|$)/;

/** Whether a path answers with what only the asking person may see. */
export function isPrivate(path: string): boolean {
  return PRIVATE.test(path);
}

/** The page at the door of an event, which scans badges: the one that may use the camera. */
const DOOR = /^\/[a-z]{2}\/organize\/events\/[0-9a-f-]{36}\/door$/;

/** The widget of an agenda, which stands in frames of other websites: the only page that may. */
const WIDGET = /^\/[a-z]{2}\/events\/[a-z0-9-]+\/embed$/;

/** Headers that mean something to Next or to us and that a client has no business sending. */
const OURS =
  /^(?:content-security-policy(?:-report-only)?|x-nonce|x-matched-path|x-(?:plenary|middleware|invoke)-.*)$/;
const FORWARDED = /^(?:forwarded|x-forwarded-.*|x-real-ip)$/;

/** Removes from a request what the client must not say; what a proxy says only stays if one is trusted. */
export function stripRequestHeaders(headers: IncomingHttpHeaders, trustedProxies: number) {
  for (const name of Object.keys(headers)) {
    if (OURS.test(name) || (trustedProxies === 0 && FORWARDED.test(name))) delete headers[name];
  }
}

/**
 * The content security policy of one answer. Scripts run only with the nonce of this answer; style *attributes* are
 * allowed because server-rendered components position themselves with them, style elements need the nonce.
 */
export function contentSecurityPolicy(nonce: string, development: boolean, path = "/"): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "worker-src 'self'",
    `frame-ancestors ${WIDGET.test(path) ? "*" : "'none'"}`,
    "form-action 'self'",
  ].join("; ");
}

/** The headers every answer carries. `https`: whether the public address is, so that browsers may insist on it. */
export function securityHeaders(path: string, policy: string, https: boolean): Record<string, string> {
  return {
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    ...(WIDGET.test(path) ? {} : { "x-frame-options": "DENY" }),
    // Not `no-referrer` on private pages: with it browsers send `Origin: null` with a form, and Next refuses the form.
    "referrer-policy": isPrivate(path) ? "same-origin" : "strict-origin-when-cross-origin",
    "permissions-policy": `camera=(${DOOR.test(path) ? "self" : ""}), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()`,
    "cross-origin-opener-policy": "same-origin",
    ...(https ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
    ...(isPrivate(path) ? { "cache-control": "no-store" } : {}),
  };
}
