import type { IncomingMessage, ServerResponse } from "node:http";
import { inRehearsal, rehearsalCookie, rehearsalOf } from "@/domain/releases/rehearsal";
import { pathOf } from "@/lib/http/address";
import type { Front } from "@/lib/http/front";
import { isPrivate } from "@/lib/http/headers";
import { neverStored } from "@/lib/http/status";
import { fallbackLocale, isLocale } from "@/lib/i18n/locale";

/** What belongs to no public page: files of the build, what is asked by machines about the process, and signing in. */
const NOT_PUBLIC = /^\/(?:_next\/|api\/(?:auth|answers)(?:\/|$)|healthz$|readyz$|favicon\.ico$|icon\.svg$)/;

/** So many requests are rehearsed at once in a process: each holds a connection until its answer has left. */
const MOST = 3;
/** Milliseconds after which an answer that does not end is cut off. */
const PATIENCE = 20_000;

/**
 * Puts a rehearsal around the requests of those who hold one: every public page, feed, file and image is answered as it
 * will be when the release is out. Only what is read is rehearsed, and nobody may keep the answer.
 */
export function rehearsing(https: boolean): NonNullable<Front["around"]> {
  const line = queue(MOST);
  return async (request, response, run) => {
    const token = cookie(request, rehearsalCookie);
    const session = sessionOf(request, https);
    const path = pathOf(request.url ?? "/");
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!token || !session || !reads || NOT_PUBLIC.test(path) || isPrivate(path)) return run();
    const found = await rehearsalOf({ token, session });
    if (!found) return run();
    neverStored();
    // A stream would hold its connection for as long as somebody looks: 204 tells a browser not to come again.
    if (path.endsWith("/stream")) return response.writeHead(204).end();
    const became = await line(() => inRehearsal(found, () => answered(response, run)));
    if (became === "over") return run();
    if (became === "obstacles") {
      const [, locale] = path.split("/");
      const home = `/${isLocale(locale) ? locale : fallbackLocale}/organize/releases/${found.releaseId}`;
      response.writeHead(302, { location: home }).end();
    }
  };
}

/** Runs the handling, and waits until the answer has left or its reader has gone: pages are written bit by bit. */
async function answered(response: ServerResponse, run: () => unknown) {
  const over = new Promise<void>((resolve) => {
    if (response.destroyed) resolve();
    response.once("close", resolve);
    response.once("finish", resolve);
  });
  const impatience = setTimeout(() => response.destroy(), PATIENCE);
  try {
    await run();
    await over;
  } finally {
    clearTimeout(impatience);
  }
}

/** Lets so many at once do something; the others wait for their turn. */
function queue(most: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(deed: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await deed();
    } finally {
      // Whoever waits takes the place over, or it is free.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

/** The session a request comes with, as its cookie has it. */
export const sessionOf = (request: IncomingMessage, https: boolean) =>
  cookie(request, https ? "__Host-plenary-session" : "plenary-session");

/** The value of a cookie, by its name. */
function cookie({ headers }: IncomingMessage, name: string): string | undefined {
  for (const part of (headers.cookie ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=") || undefined;
  }
  return undefined;
}
