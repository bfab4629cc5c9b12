import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { letterhead, shape } from "@/domain/outbox/shape";
import { addedByHouse } from "@/domain/participations/said";
import { now } from "@/lib/clock";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";
import { formatInstant } from "@/lib/time";
import { ensureFillable } from "./fillable";
import type { PreviewInput } from "./input";
import { filled, placeholders, type Values } from "./rules";
import { eventValues, participantValues } from "./values";
import { houseWords } from "./words";

type EventRow = typeof events.$inferSelect;

/**
 * A mail as it would be sent with these words: to a participant of the event, or to one who is invented. Nothing is
 * written; the personal link stands as its name. Refuses `not_found`, and what `edit` refuses of the words.
 */
export async function preview(actor: Actor, input: PreviewInput, at = now()) {
  ensure(actor, "template.edit");
  const { eventId, template, lang, subject, body } = input;
  const [event] = await db().select().from(events).where(eq(events.id, eventId));
  if (!event) throw new Refusal("not_found");
  ensureFillable(template, { subject, body });
  const house = houseWords(template, lang);
  const row = input.participationId ? await participationOf(event, input.participationId) : undefined;
  const values = row
    ? await participantValues(db(), row, event, lang, placeholders)
    : sampleValues(event, lang, at);
  const said = filled({ subject: subject[lang] ?? house.subject, body: body[lang] ?? house.body }, values);
  const added = await addedByHouse(db(), template, event, lang, row);
  const letter = {
    to: { address: "", locale: lang },
    subject: said.subject,
    paragraphs: [...said.paragraphs, ...added],
    action: { label: words(lang, "participations.mail")("button"), url: "{{link}}" },
  };
  const parts = [...said.parts, ...added.map((text) => [{ text }])];
  return { lang, subject: said.subject, parts, ...(await shape(await letterhead(db()), letter)) };
}

async function participationOf(event: EventRow, id: string) {
  const [row] = await db()
    .select()
    .from(participations)
    .where(and(eq(participations.id, id), eq(participations.eventId, event.id)));
  if (!row) throw new Refusal("not_found");
  return row;
}

/** Somebody invented, who has everything that can be named. */
function sampleValues(event: EventRow, lang: Locale, at: Date): Values {
  const t = words(lang, "mailing.sample");
  return {
    ...eventValues(event, lang),
    name: t("name"),
    organisation: t("organisation"),
    class: words(lang, "enums.participationClass")("delegate"),
    place: "3",
    reason: t("reason"),
    until: formatInstant(new Date(at.getTime() + 48 * 3_600_000), event.zone, lang),
  };
}
