import { pino } from "pino";

/**
 * The log of this process: one JSON object a line on stdout, level from `LOG_LEVEL` (default `info`).
 * Never log personal data, tokens or request bodies; an error goes in as `{ err }` with its cause.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  redact: ["*.password", "*.token", "*.email", "headers.cookie", "headers.authorization"],
  base: undefined,
});
