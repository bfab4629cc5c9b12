import http from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What a receiver got: the headers and the body as it came. */
export type Received = { headers: Record<string, string>; body: string };

/** A real server that is told things, keeps them, and answers as it is told to (200, else). */
export async function openReceiver() {
  const received: Received[] = [];
  const answers: { status: number; headers?: Record<string, string>; body?: string }[] = [];
  const failing: string[] = [];
  const server = http.createServer(async (request, response) => {
    const body = await text(request);
    received.push({ headers: request.headers as Record<string, string>, body });
    const found = failing.findIndex((words) => body.includes(words));
    if (found >= 0) failing.splice(found, 1);
    const answer = found >= 0 ? { status: 500 } : (answers.shift() ?? { status: 200 });
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body ?? "ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    /** How the next ones are answered, one each. */
    answers,
    /** Words of messages that fail once. */
    failing,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
