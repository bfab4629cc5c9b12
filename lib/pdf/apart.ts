import { fork } from "node:child_process";
import path from "node:path";

/** Milliseconds a drawing may take; a hundred badges take about three seconds. */
const patience = 120_000;

let before: Promise<unknown> = Promise.resolve();

/**
 * Draws in a process of its own, so that the server answers others meanwhile; one drawing at a time, the rest wait.
 * `entry` is the program, from the root of the project: it is sent the input and sends back the bytes. Rejects when it
 * fails or takes longer than two minutes.
 */
export function drawnApart(entry: string, input: object): Promise<Uint8Array> {
  const drawing = before.then(() => draw(path.join(process.cwd(), entry), input));
  before = drawing.catch(() => {});
  return drawing;
}

function draw(program: string, input: object): Promise<Uint8Array> {
  const child = fork(program, {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
    timeout: patience,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise<Uint8Array>((resolve, reject) => {
    child.once("message", (bytes) => resolve(bytes as Uint8Array));
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`${program} ended with ${signal ?? code}.`)));
    child.send(input);
  }).finally(() => child.kill());
}
