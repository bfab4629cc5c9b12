import fs from "node:fs";

/** Registers what is to be done before the process ends; last registered, first done. */
export type OnClose = (close: () => unknown) => void;

/**
 * Runs a process that stays: `open` starts things and registers how each is closed; then it waits to be told to stop,
 * closes everything and exits with 0. Being told while still opening closes what is open so far. An error while
 * opening is printed as its message (with its stack under DEBUG) and exits with 1.
 */
export async function stayOpen(open: (onClose: OnClose) => Promise<void>): Promise<never> {
  const closings: (() => unknown)[] = [];
  const told = untilToldToStop();
  let code = 0;
  try {
    await Promise.race([open((close) => closings.unshift(close)).then(() => told), told]);
  } catch (error) {
    code = complain(error);
  }
  for (const close of closings) await Promise.resolve(close()).catch(complain);
  process.exit(code);
}

/** Runs a process that does one thing: exits with 0, or prints the error's message and exits with 1. */
export async function doOnce(run: () => Promise<void>): Promise<never> {
  process.exit(await run().then(() => 0, complain));
}

function complain(error: unknown): number {
  console.error(
    `\n${error instanceof Error && !process.env.DEBUG ? error.message : (error as Error)?.stack}\n`,
  );
  return 1;
}

/**
 * Resolves at Ctrl-C, SIGTERM or SIGHUP, or when the parent that talks to us or the npm that started us is gone (npm
 * killed with -9 cannot pass a signal on). A second signal ends the process at once, without tidying up.
 */
function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (told) process.exit(1);
        told = true;
        resolve();
      });
    }
    process.on("disconnect", resolve);
    if (process.env.npm_lifecycle_event) watchParent(resolve);
  });
}

function watchParent(gone: () => void) {
  const then = ancestry();
  setInterval(() => {
    if (ancestry() !== then) gone();
  }, 500).unref();
}

/** Our parent and its parent: npm runs a script through a shell, which may stay in between. */
function ancestry(): string {
  const parent = process.ppid;
  try {
    return `${parent} ${/^PPid:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${parent}/status`, "utf8"))?.[1]}`;
  } catch {
    return String(parent);
  }
}
