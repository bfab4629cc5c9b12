import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { startEmbedded } from "@/db/embedded/start";
import { isLoopback } from "@/lib/env";
import type { OnClose } from "./lifetime";
import { inProject } from "./root";

/** Where an installation without DATABASE_URL keeps everything it must not lose. */
export const dataDirectory = () => path.resolve(process.env.PLENARY_DATA || inProject(".data"));

/** An installation that looks after its own database. */
export type Here = {
  /** Where its data are. */
  data: string;
  /** The process the database runs under, if not this one. */
  guestOf?: number;
};

/**
 * Starts the embedded database and fills in the settings that were not given, so that Plenary runs on this machine
 * without any: a secret of its own, mail as files, and the demonstration's accounts if nobody else can reach it.
 */
export async function settleHere(onClose: OnClose): Promise<Here> {
  const data = dataDirectory();
  // Entered by the user PostgreSQL runs as, listed by nobody else; mails hold links to sign in with.
  fs.mkdirSync(data, { recursive: true, mode: 0o711 });
  fs.mkdirSync(path.join(data, "mail"), { recursive: true, mode: 0o700 });
  const embedded = await startEmbedded(path.join(data, "postgres"));
  onClose(embedded.stop);
  const host = process.env.HOST || "127.0.0.1";
  const settings: Record<string, string | undefined> = {
    DATABASE_URL: embedded.url,
    AUTH_SECRET: process.env.AUTH_SECRET || keptSecret(path.join(data, "auth-secret")),
    BASE_URL: process.env.BASE_URL || `http://localhost:${process.env.PORT || 3000}`,
    MAIL_FROM: process.env.MAIL_FROM || "Plenary <plenary@example.org>",
    MAIL_DIRECTORY: path.join(data, "mail"),
    PLENARY_DEMONSTRATION: isLoopback(host) ? "1" : undefined,
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  };
  for (const [name, value] of Object.entries(settings)) if (value !== undefined) process.env[name] = value;
  return { data, guestOf: embedded.guestOf };
}

/** The secret in this file, made at first use; only its owner may read it. */
function keptSecret(file: string): string {
  try {
    fs.writeFileSync(file, crypto.randomBytes(33).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return fs.readFileSync(file, "utf8").trim();
}
