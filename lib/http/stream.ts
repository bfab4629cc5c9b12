/**
 * Streams of server-sent events (WHATWG HTML, 9.2). A stream that is read slower than it is written keeps the newest
 * message only: what is sent is always whole. All of a process share one heartbeat, and end together when it closes.
 */

/** So many may be open in a process; more are asked to come again. */
const MOST = 5_000;
/** Milliseconds between two signs of life: less than what proxies wait for. */
const HEARTBEAT = 15_000;

/** A message: its kind, its data (one line), and the id a reader names when it comes again. */
export type Message = { event: string; data: string; id?: string };
export type Send = (message: Message) => void;

type Open = { beat(): void; end(): void };
type Streams = { open: Set<Open>; clock?: NodeJS.Timeout; closing: boolean };
const kept = globalThis as typeof globalThis & { plenaryStreams?: Streams };
kept.plenaryStreams ??= { open: new Set(), closing: false };
const streams = kept.plenaryStreams;

const encoder = new TextEncoder();
const bytes = ({ event, data, id }: Message) =>
  encoder.encode(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);
/** What a message looks like is worked out once for all who are sent the same one. */
const written = new WeakMap<Message, Uint8Array>();

function bytesOf(message: Message): Uint8Array {
  const found = written.get(message) ?? bytes(message);
  written.set(message, found);
  return found;
}

/**
 * Answers a request with a stream. `begin` is given what sends a message and what ends the stream, and answers what is
 * to be tidied up when the reader goes away. 503 where there is no room for one more, or the process is closing: then
 * `otherwise` is called instead.
 */
export function streamAnswer(
  request: Request,
  begin: (send: Send, end: () => void) => (() => void) | undefined,
  otherwise?: () => void,
): Response {
  if (streams.closing || streams.open.size >= MOST) {
    otherwise?.();
    return new Response("Come again", { status: 503, headers: { "retry-after": "5" } });
  }
  let waiting: Uint8Array | undefined;
  let tidy: (() => void) | undefined;
  let own: Open | undefined;
  const close = () => {
    if (own) streams.open.delete(own);
    own = undefined;
    if (streams.open.size === 0) clearInterval(streams.clock);
    tidy?.();
    tidy = undefined;
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const put = (chunk: Uint8Array) => {
          if (!own) return;
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(chunk);
          else waiting = chunk;
        };
        const end = () => {
          if (!own) return;
          close();
          controller.close();
        };
        const beat = () => {
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(": here\n\n"));
        };
        own = { beat, end };
        streams.open.add(own);
        if (streams.open.size === 1) {
          clearInterval(streams.clock);
          streams.clock = setInterval(beatAll, HEARTBEAT).unref();
        }
        request.signal.addEventListener("abort", end, { once: true });
        controller.enqueue(encoder.encode("retry: 1000\n\n"));
        tidy = begin((message) => put(bytesOf(message)), end);
        if (!own) tidy?.();
      },
      pull(controller) {
        if (!waiting) return;
        controller.enqueue(waiting);
        waiting = undefined;
      },
      cancel: close,
    },
    { highWaterMark: 4 },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function beatAll() {
  for (const one of streams.open) one.beat();
}

/** Ends every stream, and refuses new ones: the process is closing, and readers come again elsewhere or later. */
export function endStreams() {
  streams.closing = true;
  for (const one of [...streams.open]) one.end();
}
