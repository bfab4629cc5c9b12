import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import PostalMime, { type Email } from "postal-mime";

/** A mail as it arrived: its parsed content and the addresses it was really handed over for. */
export type Arrived = Email & { recipients: string[] };

const directory = () => {
  if (!process.env.MAIL_DIRECTORY)
    throw new Error("MAIL_DIRECTORY is set by the configuration of the tests.");
  return process.env.MAIL_DIRECTORY;
};

/** Every mail that arrived for an address, oldest first. */
export async function mailsFor(address: string): Promise<Arrived[]> {
  const names = fs.readdirSync(directory()).filter((name) => name.endsWith(".eml"));
  const mails = await Promise.all(names.sort().map(read));
  return mails.filter(({ recipients }) => recipients.includes(address));
}

/**
 * Waits for a mail to an address whose subject matches; resolves with the newest such. The first `already` mails are
 * not looked at: where an address gets the same mail again and again, an earlier one is not the answer. Rejects after
 * `seconds`, naming the subjects that did arrive.
 */
export async function waitForMail(
  address: string,
  subject: RegExp,
  { already = 0, seconds = 15 } = {},
): Promise<Arrived> {
  let mails: Arrived[] = [];
  for (let waited = 0; waited < seconds * 10; waited++) {
    mails = (await mailsFor(address)).slice(already);
    const found = mails.findLast((mail) => subject.test(mail.subject ?? ""));
    if (found) return found;
    await pause(100);
  }
  const subjects = mails.map((mail) => mail.subject).join("; ") || "none";
  throw new Error(`No mail to ${address} with subject ${subject} in ${seconds} s; arrived: ${subjects}`);
}

async function read(name: string): Promise<Arrived> {
  const file = path.join(directory(), name);
  const envelope = JSON.parse(fs.readFileSync(file.replace(/\.eml$/, ".envelope.json"), "utf8"));
  return { ...(await PostalMime.parse(fs.readFileSync(file))), recipients: envelope.recipients };
}
