import http from "node:http";

/** A message of a stream, as it came. */
export type Heard = { event: string; data: string; id: string | undefined; at: number };

/** A reader of server-sent events: keeps what it heard, and is told of each message. */
export type Reader = { heard: Heard[]; ended: Promise<void>; close(): void };

/**
 * Opens a stream and reads it, as a browser would that names the last version it saw. Resolves once the stream has
 * begun; rejects where the answer is not 200.
 */
export function readStream(url: string, lastEventId?: string, onHeard: (heard: Heard) => void = () => {}) {
  return new Promise<Reader>((resolve, reject) => {
    const headers = lastEventId === undefined ? {} : { "last-event-id": lastEventId };
    const request = http.get(url, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        reject(new Error(`the stream is answered with ${response.statusCode}`));
        return;
      }
      const heard: Heard[] = [];
      let rest = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        const parts = (rest + text).split("\n\n");
        rest = parts.pop() ?? "";
        for (const part of parts) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1];
          const event = field("event");
          if (!event) continue;
          const one = { event, data: field("data") ?? "", id: field("id"), at: performance.now() };
          heard.push(one);
          onHeard(one);
        }
      });
      const ended = new Promise<void>((end) => response.once("close", () => end()));
      resolve({ heard, ended, close: () => request.destroy() });
    });
    request.on("error", reject);
  });
}
