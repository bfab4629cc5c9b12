import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { groups } from "@/db/schema/group";
import { mails } from "@/db/schema/mails";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { log } from "@/lib/log";
import { type Outgoing, send } from "@/lib/mail/transport";

/** After so many attempts, over about a day, a mail waits for a person to look at it. */
export const mostAttempts = 10;

type Row = typeof mails.$inferSelect;

/**
 * Sends one mail of the outbox, if it still waits. The row stays locked while the server takes it, so two workers never
 * send the same one; a mail is sent twice only where the process dies between the server's receipt and the commit, and
 * then with the same Message-ID. A failure is noted on the row and tried again later; where the receiving server
 * refuses the address for good the mail has bounced, and is not tried again. A mail whose link is gone is not sent.
 */
export async function deliver(
  actor: Actor,
  id: string,
  at = now(),
): Promise<"sent" | "waits" | "failed" | "bounced" | "nothing"> {
  ensure(actor, "mail.deliver");
  return db().transaction(async (tx) => {
    const [row] = await tx.select().from(mails).where(eq(mails.id, id)).for("update", { skipLocked: true });
    if (row?.state !== "queued") return "nothing";
    const [group] = await tx.select({ replyTo: groups.replyTo }).from(groups);
    try {
      await send(outgoing(row, group?.replyTo));
    } catch (error) {
      return refusedForGood(error) ? bounced(tx, row, error) : failed(tx, row, error, at);
    }
    await tx
      .update(mails)
      .set({ state: "sent", sentAt: at, attempts: row.attempts + 1, lastError: "", secrets: null })
      .where(eq(mails.id, id));
    return "sent";
  });
}

/**
 * Whether the receiving server refuses the recipient for good: 550 to 559 in answer to RCPT TO (RFC 5321, 4.2.1). A
 * refusal of the sender, or of what is written, is ours to mend, and tried again.
 */
function refusedForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { command, responseCode = 0 } = error as Error & { command?: string; responseCode?: number };
  return command === "RCPT TO" && responseCode >= 550 && responseCode <= 559;
}

async function bounced(tx: Transaction, row: Row, error: unknown) {
  log.warn({ mail: row.id, code: codeOf(error) }, "a mail was refused for good");
  await tx
    .update(mails)
    .set({ state: "bounced", attempts: row.attempts + 1, lastError: codeOf(error) })
    .where(eq(mails.id, row.id));
  return "bounced" as const;
}

/** Notes the failure and sets the next attempt: after one minute, two, four, at most six hours. */
async function failed(tx: Transaction, row: Row, error: unknown, at: Date) {
  const attempts = row.attempts + 1;
  const given = attempts >= mostAttempts;
  const nextAttemptAt = new Date(at.getTime() + Math.min(2 ** (attempts - 1), 360) * 60_000);
  log.warn({ mail: row.id, attempts, code: codeOf(error) }, "a mail could not be sent");
  await tx
    .update(mails)
    .set({ state: given ? "failed" : "queued", attempts, nextAttemptAt, lastError: codeOf(error) })
    .where(eq(mails.id, row.id));
  if (given) return "failed" as const;
  await enqueue(tx, "deliver-mail", { id: row.id }, { jobKey: `mail:${row.id}`, runAt: nextAttemptAt });
  return "waits" as const;
}

/** What went wrong, without the address that servers like to repeat in their answers. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  return [code, responseCode].filter(Boolean).join(" ") || error.name;
}

function outgoing(row: Row, replyTo?: string): Outgoing {
  const named = [row.text, ...Object.values(row.headers)].join();
  if (named.includes("{{link}}") && !row.secrets?.link) throw new Error("The link of the mail is gone.");
  const filled = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, name) => row.secrets?.[name] ?? whole);
  const inHtml = (html: string) =>
    html.replace(/\{\{(\w+)\}\}/g, (whole, name) => row.secrets?.[name]?.replaceAll("&", "&amp;") ?? whole);
  return {
    id: row.id,
    to: { address: row.toAddress, name: row.toName },
    replyTo,
    subject: row.subject,
    text: filled(row.text),
    html: inHtml(row.html),
    attachments: row.attachments,
    headers: Object.fromEntries(Object.entries(row.headers).map(([name, value]) => [name, filled(value)])),
  };
}
