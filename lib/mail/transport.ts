import { createHash } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import type Mailer from "nodemailer/lib/mailer";
import type { MailAttachment } from "@/db/schema/mails";
import { env } from "@/lib/env";

/** A mail, ready to leave: its secrets filled in. */
export type Outgoing = {
  /** The row of the outbox: the same row is the same message, also when it is sent again. */
  id: string;
  to: { address: string; name: string };
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  attachments: MailAttachment[];
  /** Further headers, as List-Unsubscribe. */
  headers?: Record<string, string>;
};

/**
 * Hands one mail to the SMTP server, or writes it into the mail directory where there is none. Throws what the server
 * says. The Message-ID comes from the row, so that a mail whose receipt got lost is recognised as the same one.
 */
export async function send(mail: Outgoing): Promise<void> {
  const { SMTP_URL, MAIL_DIRECTORY } = env();
  if (SMTP_URL) await smtp(SMTP_URL).sendMail(message(mail));
  else if (MAIL_DIRECTORY) await writeToFile(MAIL_DIRECTORY, mail);
  else throw new Error("Neither SMTP_URL nor MAIL_DIRECTORY is set.");
}

function message({ id, to, attachments, headers, ...words }: Outgoing): Mailer.Options {
  const host = new URL(env().BASE_URL).hostname;
  return {
    ...words,
    from: env().MAIL_FROM,
    to: { name: to.name, address: to.address },
    messageId: `<${createHash("sha256").update(id).digest("hex").slice(0, 32)}@${host}>`,
    headers: { ...headers, "Auto-Submitted": "auto-generated" },
    attachments,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

let pool: { url: string; transport: ReturnType<typeof createTransport> } | undefined;

function smtp(url: string) {
  if (pool?.url !== url) {
    pool?.transport.close();
    const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
    pool = { url, transport: createTransport(url, patience) };
  }
  return pool.transport;
}

/** Written beside and moved into place, so that nobody reads half a mail; readable by its owner only. */
async function writeToFile(directory: string, mail: Outgoing) {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message: bytes } = await transport.sendMail(message(mail));
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = path.join(directory, `${mail.id}.eml`);
  await writeFile(`${file}.part`, bytes as Buffer, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
