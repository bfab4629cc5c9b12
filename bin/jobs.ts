import type { TaskList } from "graphile-worker";
import { z } from "zod";
import type { Actor } from "@/domain/access/actor";
import { tellRelease } from "@/domain/agenda/tell-release";
import { tell, tellLate } from "@/domain/announcements/tell";
import { sweepObject } from "@/domain/files/sweep";
import { carryOut as runImport } from "@/domain/imports/carry-out";
import { check } from "@/domain/imports/check";
import { wordDrafts } from "@/domain/mailings/word";
import { deliver } from "@/domain/outbox/deliver";
import { sweep } from "@/domain/outbox/sweep";
import { expireOffer, sweepOffers } from "@/domain/participations/expire-offer";
import { passOn } from "@/domain/participations/pass-on";
import { retain } from "@/domain/privacy/retain";
import { closeDue, close as closeProcedure } from "@/domain/procedures/close";
import { remind as remindOfDeadlines } from "@/domain/procedures/remind";
import { carryOut as carryOutRelease } from "@/domain/releases/carry-out";
import { sweep as sweepReleases } from "@/domain/releases/sweep";
import { tell as tellOfRelease } from "@/domain/releases/tell";
import { sendReminders } from "@/domain/reminders/send";
import { actorOf } from "@/domain/sign-in/accounts";
import { sendLink } from "@/domain/sign-in/ask";
import { askInput } from "@/domain/sign-in/input";
import { sendDigests } from "@/domain/subscriptions/digest";
import { subscribeInput } from "@/domain/subscriptions/input";
import { sendSubscriptionLink } from "@/domain/subscriptions/subscribe";
import { deliver as deliverWebhook } from "@/domain/webhooks/deliver";
import { sweepWebhooks } from "@/domain/webhooks/sweep";
import { tellInput, tellWebhooks } from "@/domain/webhooks/tell";

const house: Actor = { kind: "system", name: "the system" };
const oneRow = z.object({ id: z.uuid() });
/** A row, and the account in whose name and with whose rights the job is done. */
const rowBy = z.object({ id: z.uuid(), by: z.uuid() });

/**
 * The work of the house: each task name, and the verb that does it. A task gets the payload of `enqueue` and must be
 * repeatable: it is tried again when it throws, and again when a process dies in the middle of it.
 */
export const tasks: TaskList = {
  "deliver-mail": async (payload) => void (await deliver(house, oneRow.parse(payload).id)),
  "word-mailing": async (payload) => wordDrafts(house, oneRow.parse(payload).id),
  "tell-agenda-release": async (payload) => void (await tellRelease(house, oneRow.parse(payload))),
  "send-reminders": async () => void (await sendReminders(house)),
  "sweep-mails": async () => void (await sweep(house)),
  "sweep-object": async (payload) => sweepObject(oneRow.parse(payload)),
  "send-sign-in-link": async (payload) => sendLink(askInput.parse(payload)),
  "send-subscription-link": async (payload) => sendSubscriptionLink(house, subscribeInput.parse(payload)),
  "tell-announcement": async (payload) => void (await tell(house, oneRow.parse(payload))),
  "sweep-news": async () => void (await tellLate(house)),
  "send-digests": async () => void (await sendDigests(house)),
  retain: async () => void (await retain(house, { dryRun: false })),
  "expire-offer": async (payload) => void (await expireOffer(house, oneRow.parse(payload))),
  "sweep-offers": async () => void (await sweepOffers(house)),
  "pass-on-seats": async (payload) => void (await passOn(house, oneRow.parse(payload))),
  "close-procedure": async (payload) => void (await closeProcedure(house, oneRow.parse(payload))),
  "sweep-procedures": async () => {
    await closeDue(house);
    await remindOfDeadlines(house);
  },
  "carry-out-release": async (payload) => void (await carryOutRelease(house, oneRow.parse(payload))),
  "tell-release": async (payload) => void (await tellOfRelease(house, oneRow.parse(payload))),
  "sweep-releases": async () => void (await sweepReleases(house)),
  "notify-webhooks": async (payload) => void (await tellWebhooks(house, tellInput.parse(payload))),
  "deliver-webhook": async (payload) => void (await deliverWebhook(house, oneRow.parse(payload))),
  "sweep-webhooks": async () => void (await sweepWebhooks(house)),
  "check-import": async (payload) => {
    const { id, by } = rowBy.parse(payload);
    await check(await actorOf(by), id);
  },
  "run-import": async (payload) => {
    const { id, by } = rowBy.parse(payload);
    await runImport(await actorOf(by), id);
  },
};

/** What happens by the clock (graphile-worker's crontab format, in UTC), one line each. */
export const crontab = `
*/5 * * * * sweep-mails
*/10 * * * * sweep-webhooks
17 3 * * * retain
*/10 * * * * sweep-offers
*/5 * * * * send-reminders
* * * * * sweep-procedures
* * * * * sweep-releases
* * * * * sweep-news
1,16,31,46 * * * * send-digests
`;
