import { IncomingMessage } from "node:http";

/** The largest request body in bytes: a form with one file of six megabytes, which is a list of twenty thousand people. */
export const BODY_LIMIT = 6_250_000;

/** The same of the form that fills the library of pictures and films. */
export const LIBRARY_LIMIT = 65_000_000;

/** The address such forms are sent to. */
const LIBRARY = /^\/[a-z]{2}\/organize\/media$/;

/** The largest body in bytes that a path takes. */
export const limitOf = (path: string): number => (LIBRARY.test(path) ? LIBRARY_LIMIT : BODY_LIMIT);

/** How many large bodies are read at a time, for each is held in memory; the others wait to be read. */
const mostLarge = 3;
const large = { reading: 0, waiting: [] as (() => void)[] };

/** How much of an over-long body is read and thrown away, so that the sender gets to read the answer. */
const DRAIN_LIMIT = 32_000_000;

/**
 * Reads the body of a request to its end. Resolves with the bytes, or with "too-large" for one above the limit
 * (announced or counted), or with "aborted" when the sender went away.
 */
export async function readBody(
  request: IncomingMessage,
  limit = BODY_LIMIT,
): Promise<Buffer | "too-large" | "aborted"> {
  if (limit <= BODY_LIMIT) return read(request, limit);
  if (large.reading >= mostLarge) await new Promise<void>((next) => large.waiting.push(next));
  large.reading += 1;
  try {
    return await read(request, limit);
  } finally {
    large.reading -= 1;
    large.waiting.shift()?.();
  }
}

async function read(request: IncomingMessage, limit: number): Promise<Buffer | "too-large" | "aborted"> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > Math.max(limit, DRAIN_LIMIT)) break;
    }
  } catch {
    return "aborted";
  }
  return size > limit ? "too-large" : Buffer.concat(chunks);
}

/** The same request with its body to be read again. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  again.method = request.method;
  again.url = request.url;
  again.headers = { ...request.headers, "content-length": String(body.length) };
  delete again.headers["transfer-encoding"];
  again.rawHeaders = request.rawHeaders;
  again.httpVersion = request.httpVersion;
  again.httpVersionMajor = request.httpVersionMajor;
  again.httpVersionMinor = request.httpVersionMinor;
  again.complete = true;
  again.push(body);
  again.push(null);
  return again;
}
