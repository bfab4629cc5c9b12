import { db, type Transaction } from "@/db/client";
import { locales } from "@/db/enums";
import { announcements } from "@/db/schema/announcements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { slugFrom } from "@/domain/slug";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { reserve } from "./address/reserve";
import { draftOf } from "./draft";
import type { AnnouncementInput } from "./input";
import { insertEdition } from "./insert-edition";
import { bindSpells } from "./spells";
import { emptyBody } from "./text/rules";

/** What the database may say no to when an announcement is written. */
export const announcementConstraints = {
  announcements_slug_key: "slug_taken",
  announcements_event_id_events_id_fk: "no_such_event",
};

/**
 * Begins an announcement. About spells, it drafts itself in every language from what is known of them; else it begins
 * with its title in one. Refuses `slug_taken`, `slug_needed`, `no_such_event`, `no_such_membership`.
 */
export async function create(actor: Actor, input: AnnouncementInput, at = now()) {
  ensure(actor, "announcement.create");
  const { kind, eventId, membershipIds } = input;
  const write = () =>
    db().transaction(async (tx) => {
      const texts = await firstTexts(tx, input, at);
      const slug = input.slug || slugFrom(texts.find((text) => text.locale === "en")?.title ?? input.title);
      if (slug === "") throw new Refusal("slug_needed");
      await reserve(tx, slug, undefined);
      const [announcement] = await tx
        .insert(announcements)
        .values({ kind, slug, eventId, createdAt: at })
        .returning({ id: announcements.id });
      if (!announcement) throw new Refusal("not_found");
      await bindSpells(tx, announcement.id, membershipIds);
      let original: string | null = null;
      for (const text of texts) {
        const first = {
          announcementId: announcement.id,
          number: 1,
          basedOnId: null,
          translationOfId: original,
        };
        const { id } = await insertEdition(tx, actor, { ...first, ...text }, at);
        original ??= id;
      }
      const subject = ["announcement", announcement.id] as ["announcement", string];
      const details = { kind, memberships: membershipIds.length };
      await record(tx, actor, { action: "announcement.create", subject, eventId, at, details });
      return announcement;
    });
  return refusing(announcementConstraints, write);
}

/** The first text of each language: drafted from the spells, the typed title standing where one was typed. */
async function firstTexts(tx: Transaction, { title, locale, membershipIds }: AnnouncementInput, at: Date) {
  if (membershipIds.length === 0) return [{ locale, title, lead: "", body: emptyBody }];
  const draft = await draftOf(tx, membershipIds, at);
  return locales
    .toSorted((a) => (a === locale ? -1 : 1))
    .map((one) => {
      const text = { locale: one, ...draft(one) };
      return one === locale && title !== "" ? { ...text, title } : text;
    });
}
