import type { TaskList } from "graphile-worker";
import { z } from "zod";
import type { Actor } from "@/domain/access/actor";
import { wordDrafts } from "@/domain/mailings/word";
import { deliver } from "@/domain/outbox/deliver";
import { sweep } from "@/domain/outbox/sweep";
import { eraseNeeds } from "@/domain/participations/erase-needs";
import { sendReminders } from "@/domain/reminders/send";
import { sendLink } from "@/domain/sign-in/ask";
import { askInput } from "@/domain/sign-in/input";

const house: Actor = { kind: "system", name: "the system" };
const oneRow = z.object({ id: z.uuid() });

/**
 * The work of the house: each task name, and the verb that does it. A task gets the payload of `enqueue` and must be
 * repeatable: it is tried again when it throws, and again when a process dies in the middle of it.
 */
export const tasks: TaskList = {
  "deliver-mail": async (payload) => void (await deliver(house, oneRow.parse(payload).id)),
  "word-mailing": async (payload) => wordDrafts(house, oneRow.parse(payload).id),
  "send-reminders": async () => void (await sendReminders(house)),
  "sweep-mails": async () => void (await sweep(house)),
  "send-sign-in-link": async (payload) => sendLink(askInput.parse(payload)),
  "erase-needs": async () => void (await eraseNeeds(house)),
};

/** What happens by the clock (graphile-worker's crontab format, in UTC), one line each. */
export const crontab = `
*/5 * * * * sweep-mails
*/5 * * * * send-reminders
17 3 * * * erase-needs
`;
