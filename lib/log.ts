import { pino } from "pino";

/**
 * The log of this process: one JSON object a line on stdout, level from `LOG_LEVEL` (default `info`).
 * Never log personal data, tokens or request bodies; an error goes in as `{ err }` with its cause.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  redact: ["*.password", "*.token", "*.email", "headers.cookie", "headers.authorization"],
  base: undefined,
  serializers: { err: whatWentWrong },
});

/**
 * An error with its causes, and nothing else that hangs on it: drivers attach whole connections, queries with their
 * parameters and mail servers' answers with addresses.
 */
export function whatWentWrong(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, cause } = error as Error & { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    message: error.message.split("\nparams:")[0],
    stack: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
    ...(cause ? { cause: whatWentWrong(cause) } : {}),
  };
}
