import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuilt } from "@/bin/house/build";
import { stayOpen } from "@/bin/house/lifetime";
import { migrateAll } from "@/bin/house/migrate";
import { startThrowAway } from "@/db/embedded/throw-away";
import { readEnv } from "@/lib/env";
import { layCable } from "./cable";
import { openIdentityProvider } from "./identity-provider";
import { openSink } from "./sink";

/**
 * A whole Plenary for a test or a measurement, on nothing of anybody else's: a throw-away database with the
 * demonstration group, a mail server that keeps what it gets in MAIL_DIRECTORY, an OpenID Connect provider, and the production build on PORT.
 */
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });

await stayOpen(async (onClose) => {
  await ensureBuilt(console.log, onClose);
  const database = await startThrowAway();
  onClose(database.stop);
  const mail = process.env.MAIL_DIRECTORY ?? fs.mkdtempSync(path.join(os.tmpdir(), "plenary-mail-"));
  const sink = await openSink(mail);
  onClose(() => fs.rmSync(mail, { recursive: true, force: true }));
  onClose(sink.close);
  const url = new URL(database.url);
  const lines = { database: await layCable(Number(url.port)), mail: await layCable(sink.port) };
  url.port = String(lines.database.port);
  for (const line of Object.values(lines)) onClose(line.close);
  const provider = await openIdentityProvider();
  onClose(provider.close);
  const settings = {
    DATABASE_URL: url.href,
    DATABASE_POOL: "20",
    AUTH_SECRET: "a secret for tests only, long enough for everybody",
    HOST: "127.0.0.1",
    BASE_URL: `http://localhost:${process.env.PORT}`,
    SMTP_URL: `smtp://127.0.0.1:${lines.mail.port}`,
    MAIL_FROM: "Plenary <plenary@example.org>",
    PLENARY_DEMONSTRATION: "1",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: "plenary",
    OIDC_CLIENT_SECRET: "a secret between two tests",
    OIDC_NAME: "Test Provider",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
  };
  Object.assign(process.env, settings);
  await migrateAll(database.url);
  // For tests that plant what no page could.
  fs.writeFileSync(path.join(mail, "database-url"), database.url, { mode: 0o600 });
  const { seedIfEmpty } = await import("@/bin/house/seed");
  await seedIfEmpty();
  const { openServer } = await import("@/bin/house/server");
  const server = await openServer(readEnv(process.env), false);
  onClose(server.close);
  process.on("message", (told) => {
    const [, deed, name] = /^(cut|mend) (database|mail)$/.exec(String(told)) ?? [];
    if (deed && name) lines[name as keyof typeof lines][deed as "cut" | "mend"]();
  });
  process.send?.({ port: server.port, settings });
});
