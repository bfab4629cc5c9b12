import crypto from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { isReadable, loggable, pathOf } from "./address";
import { BODY_LIMIT, limitOf, readBody, withBody } from "./body";
import { contentSecurityPolicy, isPrivate, securityHeaders, stripRequestHeaders } from "./headers";
import { holdHead } from "./held-response";
import { peerAddress } from "./peer";
import { type Failure, plainPage } from "./plain-page";
import { type Answer, answering } from "./status";

/** What the front needs to know. */
export type Front = {
  /** The application behind it. */
  handle: (request: IncomingMessage, response: ServerResponse) => unknown;
  /** Whether the database answers: as of a moment ago, and now. */
  database: { reachable(): Promise<boolean>; reachableNow(): Promise<boolean> };
  /** Whether the public address is https. */
  https: boolean;
  /** What is put around the handling of a request: it runs it, perhaps within something, or answers by itself. */
  around?: (request: IncomingMessage, response: ServerResponse, run: () => unknown) => unknown;
  /** Whether whoever asks may send a body as large as only the library takes; nobody may where it is not told. */
  mayFillLibrary?: (request: IncomingMessage) => Promise<boolean>;
  /** Number of proxies of ours in front. */
  trustedProxies: number;
  development: boolean;
};

/** What can be asked: pages are read, and forms and actions are posted. Next would answer anything else like a GET. */
const METHODS = ["GET", "HEAD", "POST", "OPTIONS"];

/** Files of the build and the question whether the process lives: answered without the database. */
const NEEDS_NO_DATABASE = /^\/(?:_next\/|healthz$|readyz$|favicon\.ico$|icon\.svg$|opengraph-image\.png$)/;

/**
 * The front of the house: every request passes here before the application sees it. It refuses what is malformed or
 * too large, says who is calling, gives every answer its security headers, and answers itself while the database is
 * away. The application never sees a header that only we may set.
 */
export function createFront(front: Front): RequestListener {
  return async (incoming, response) => {
    const url = incoming.url ?? "/";
    const headers = incoming.headers;
    const peer = peerAddress(
      incoming.socket.remoteAddress,
      single(headers["x-forwarded-for"]),
      front.trustedProxies,
    );
    stripRequestHeaders(headers, front.trustedProxies);
    headers["x-plenary-peer"] = peer;
    headers["x-plenary-path"] = url;
    // Next takes the nonce for its scripts from the policy on the request; the browser gets the same policy.
    const policy = contentSecurityPolicy(
      crypto.randomBytes(16).toString("base64"),
      front.development,
      pathOf(url),
    );
    headers["content-security-policy"] = policy;
    for (const [name, value] of Object.entries(securityHeaders(pathOf(url), policy, front.https))) {
      response.setHeader(name, value);
    }

    if (!METHODS.includes(incoming.method ?? "")) return refuse(response, 405, url);
    if (!isReadable(url)) return refuse(response, 400, url);
    const request = await bounded(front, incoming);
    if (request === "aborted") return;
    if (request === "too-large") return refuse(response, 413, url);
    if (!NEEDS_NO_DATABASE.test(url) && !(await front.database.reachable()))
      return refuse(response, 503, url);

    const answer: Answer = {};
    holdHead(response, (status) => {
      // What is handed out to be kept is nothing of ours: wherever it is opened, it runs nothing and loads nothing.
      if (String(response.getHeader("content-disposition")).startsWith("attachment"))
        response.setHeader("content-security-policy", "sandbox; default-src 'none'");
      if (isPrivate(pathOf(url)) || answer.unstored) response.setHeader("cache-control", "no-store");
      if (answer.unstored) response.setHeader("x-robots-tag", "noindex");
      if (status === 200 && answer.status) return answer.status;
      if (status !== 500) return status;
      return explain(front, request, response, answer);
    });
    const handle = () => front.handle(request, response);
    const around = front.around ?? ((_request, _response, run) => run());
    await answering(answer, async () => around(request, response, handle)).catch((err) => {
      log.error({ err, path: loggable(pathOf(url)) }, "a request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

/** The request, its body read where it may have one. */
async function bounded(
  front: Front,
  request: IncomingMessage,
): Promise<IncomingMessage | "too-large" | "aborted"> {
  const announced = request.headers["content-length"];
  if (announced === undefined && request.headers["transfer-encoding"] === undefined) return request;
  const most = limitOf(pathOf(request.url ?? "/"));
  // Asked before anything of it is read: a large body is held in memory.
  const known = most <= BODY_LIMIT || (await front.mayFillLibrary?.(request).catch(() => false));
  const body = await readBody(request, known ? most : BODY_LIMIT);
  return typeof body === "string" ? body : withBody(request, body);
}

/** An unexpected failure: the database went away meanwhile, or what was sent is not a form; or it is a bug of ours. */
async function explain(front: Front, request: IncomingMessage, response: ServerResponse, answer: Answer) {
  const url = request.url ?? "/";
  if (!(await front.database.reachableNow())) return () => refuse(response, 503, url);
  const malformed = request.method === "POST" && !url.startsWith("/api/") && !answer.acted;
  return malformed ? () => refuse(response, 400, url) : undefined;
}

/** Answers with a page of our own; keeps the security headers, drops what else was meant to be said. */
function refuse(response: ServerResponse, failure: Failure, url: string) {
  for (const name of ["etag", "link", "vary", "transfer-encoding", "x-nextjs-cache", "content-encoding"]) {
    response.removeHeader(name);
  }
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  if (failure === 503) response.setHeader("retry-after", "10");
  if (failure === 405) response.setHeader("allow", METHODS.join(", "));
  // What is still being sent is not waited for.
  if (failure === 405 || failure === 413) response.setHeader("connection", "close");
  const page = plainPage(failure, url);
  response.setHeader("content-length", Buffer.byteLength(page));
  response.writeHead(failure);
  response.end(page);
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(",") : value);
