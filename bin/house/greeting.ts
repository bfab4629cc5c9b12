import path from "node:path";
import type { Env } from "@/lib/env";
import type { Here } from "./embedded";

/** What is told to the person who started Plenary: where it is, where things are kept, how to get in. */
export function greet(env: Env, here?: Here): string {
  const lines = ["", `Plenary is ready: ${env.BASE_URL}`, ""];
  if (here) {
    const mail = env.SMTP_URL
      ? "sent by the server in SMTP_URL"
      : `${path.join(here.data, "mail")} (one .eml file each)`;
    lines.push(`  Data     ${here.data}`, `  Mail     ${mail}`);
    if (here.guestOf)
      lines.push(`  Note     the database belongs to process ${here.guestOf} and stops with it`);
  }
  lines.push(
    env.demonstration
      ? `  Sign in  ${env.BASE_URL}/en/sign-in: choose "Continue as …"`
      : `  Sign in  ${env.BASE_URL}/en/sign-in: with a link by mail; the first organizer is added with\n           npm run organizer -- add "NAME" EMAIL admin`,
    "  Stop     Ctrl-C",
    "",
  );
  return lines.join("\n");
}
