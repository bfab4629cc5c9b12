import type { ServerResponse } from "node:http";

/**
 * Lets somebody look at the head of an answer before it leaves, and replace the answer.
 *
 * `onHead` is called once with the status about to be sent. A number is sent instead of it; a promise holds the answer
 * back until it resolves, to `undefined` (send it as it was) or to a function that writes another answer.
 */
export function holdHead(
  response: ServerResponse,
  onHead: (status: number) => number | Promise<(() => void) | undefined>,
) {
  const { writeHead, write, end, flushHeaders } = response;
  const release = () => Object.assign(response, { writeHead, write, end, flushHeaders });

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const decided = onHead(status);
    if (typeof decided === "number") {
      release();
      return Reflect.apply(writeHead, response, [decided, ...rest]);
    }
    hold(decided, [status, ...rest]);
    return response;
  }) as typeof writeHead;

  // Node writes the head at the first byte if nobody did before.
  response.write = ((...args: unknown[]) => {
    response.writeHead(response.statusCode);
    return Reflect.apply(response.write, response, args);
  }) as typeof write;
  response.end = ((...args: unknown[]) => {
    response.writeHead(response.statusCode);
    return Reflect.apply(response.end, response, args);
  }) as typeof end;

  function hold(decided: Promise<(() => void) | undefined>, head: unknown[]) {
    const later: (() => unknown)[] = [() => Reflect.apply(writeHead, response, head)];
    response.writeHead = (() => response) as typeof writeHead;
    response.flushHeaders = () => {};
    response.write = ((...args: unknown[]) => {
      later.push(() => Reflect.apply(write, response, args));
      return true;
    }) as typeof write;
    response.end = ((...args: unknown[]) => {
      later.push(() => Reflect.apply(end, response, args));
      return response;
    }) as typeof end;
    decided.then((replacement) => {
      release();
      if (!replacement) for (const step of later) step();
      else {
        replacement();
        // What the application still has to say goes nowhere.
        response.write = (() => true) as typeof write;
        response.end = (() => response) as typeof end;
      }
    });
  }
}
