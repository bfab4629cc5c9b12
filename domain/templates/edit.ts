import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mailTemplates } from "@/db/schema/mailings";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { ensureFillable } from "./fillable";
import type { TemplateInput } from "./input";
import { templateName } from "./words";

/**
 * Gives an event words of its own for a mail that leaves by itself; a language left empty goes on with the house's.
 * Mails that are written from now on use them. Refuses `stale` with theirs, `unknown_placeholder`,
 * `placeholder_missing`.
 */
export async function edit(actor: Actor, input: TemplateInput, at = now()) {
  const { eventId, template, revision, subject, body } = input;
  return db().transaction(async (tx) => {
    await lockEvent(tx, eventId);
    ensure(actor, "template.edit");
    const key = { eventId, template: templateName(template) };
    const its = and(eq(mailTemplates.eventId, eventId), eq(mailTemplates.template, key.template));
    const [row] = await tx.select().from(mailTemplates).where(its);
    if ((row?.revision ?? 0) !== revision) throw new Refusal("stale", {}, { theirs: row ?? unsaid });
    ensureFillable(template, { subject, body });
    const set = { subject, body, revision: revision + 1, updatedAt: at };
    await tx
      .insert(mailTemplates)
      .values({ ...key, ...set })
      .onConflictDoUpdate({ target: [mailTemplates.eventId, mailTemplates.template], set });
    await record(tx, actor, {
      action: "template.edit",
      subject: ["event", eventId],
      eventId,
      at,
      details: { template: key.template },
    });
    return { revision: revision + 1 };
  });
}

const unsaid = { revision: 0, subject: {}, body: {} };
