import type { IncomingMessage, ServerResponse } from "node:http";
import { inRehearsal, rehearsalCookie, rehearsalOf } from "@/domain/releases/rehearsal";
import { pathOf } from "@/lib/http/address";
import type { Front } from "@/lib/http/front";
import { isPrivate } from "@/lib/http/headers";
import { plainPage } from "@/lib/http/plain-page";
import { neverStored } from "@/lib/http/status";
import { fallbackLocale, isLocale } from "@/lib/i18n/locale";

/** What belongs to no public page: files of the build, what is asked by machines about the process, and signing in. */
const NOT_PUBLIC = /^\/(?:_next\/|api\/(?:auth|answers)(?:\/|$)|healthz$|readyz$|favicon\.ico$|icon\.svg$)/;

/** Milliseconds after which an answer that does not end is cut off. */
const PATIENCE = 20_000;

/**
 * Puts a rehearsal around the requests of those who hold one: every public page, feed, file and image is answered as it
 * will be when the release is out. Only what is read is rehearsed, and nobody may keep the answer.
 */
export function rehearsing(https: boolean): NonNullable<Front["around"]> {
  const line = queue();
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
    if (became === "busy") {
      response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "10" });
      response.end(plainPage(503, path));
    }
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

/**
 * Lets one after the other do something. Each rehearsal writes the same rows and holds them until its answer has left:
 * two at once would wait in the database, with a connection each, and no longer than a lock is waited for.
 */
function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(deed: () => Promise<T>): Promise<T> => {
    const turn = last.then(deed);
    last = turn.catch(() => undefined);
    return turn;
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
