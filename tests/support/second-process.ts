import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { freePort } from "@/db/embedded/ports";

/** Another app process on the same database. */
export async function startSecond(databaseUrl: string): Promise<{ port: number; child: ChildProcess }> {
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "a secret for tests only, long enough for everybody",
    HOST: "127.0.0.1",
    BASE_URL: `http://localhost:${port}`,
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "Plenary <plenary@example.org>",
    JOBS: "none",
    LOG_LEVEL: "error",
  };
  const child = fork("bin/serve.ts", { execArgv: ["--import", "tsx"], env });
  await once(child, "message");
  return { port, child };
}
