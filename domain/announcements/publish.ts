import { eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementPublications } from "@/db/schema/announcements";
import { groups } from "@/db/schema/group";
import { people } from "@/db/schema/people";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { appointmentsOf } from "@/domain/people/appointments-of";
import { mayBeNamed } from "@/domain/people/rules";
import { notify } from "@/domain/webhooks/notify";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn, zonedToInstant } from "@/lib/time";
import type { PublishInput } from "./input";
import { latestEdition, lockAnnouncement, publicationsOf } from "./lock";
import { obstaclesToPublishing } from "./rules";
import { boundSpells, lockSpells, settleSpells } from "./spells";
import { storedBody } from "./text/input";
import { peopleQuoted, type RichBody } from "./text/rules";

/**
 * Makes one or both languages public in one step, now or from an instant on; until then nothing of them exists on any
 * public surface, nor do the memberships they announce, which become public at the earliest of the instants. Refuses
 * `stale` where announcement or text is no longer what was seen, `obstacles` (of any of the languages: then none is
 * published), `in_the_past`, `time_not_unique`, `public_text_would_vanish`.
 */
export async function publish(actor: Actor, input: PublishInput, at = now()) {
  const publicFrom = instantOf(input, at);
  return db().transaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, input.id);
    ensure(actor, "announcement.publish");
    if (announcement.revision !== input.revision) throw new Refusal("stale");
    const spellIds = await boundSpells(tx, input.id);
    const memberships = await lockSpells(tx, spellIds);
    const publications = await publicationsOf(tx, input.id);
    const editions = await editionsOf(tx, input);
    const day = dayIn(publicFrom, await groupZone(tx));
    const nameable = await nameableOn(
      tx,
      editions.map((edition) => edition.body),
      day,
    );
    for (const locale of input.languages) {
      const latest = editions.find((edition) => edition.locale === locale);
      const live = publications.find((one) => one.locale === locale && !one.withdrawnAt);
      const facts = {
        kind: announcement.kind,
        latest,
        liveRevisionId: live?.revisionId,
        memberships,
        nameable,
      };
      const obstacles = obstaclesToPublishing(facts);
      if (obstacles.length > 0 || !latest) throw new Refusal("obstacles", {}, obstacles);
      if (live && publicFrom > at && live.publicFrom <= at) throw new Refusal("public_text_would_vanish");
      if (live) await replace(tx, actor, live.id, at);
      await tx.insert(announcementPublications).values({
        announcementId: input.id,
        locale,
        revisionId: latest.id,
        publicFrom,
        publishedAt: at,
        publishedBy: actorId(actor),
      });
    }
    const told = { subject: ["announcement", input.id], key: publicFrom.toISOString() } as const;
    await notify(tx, "announcement.published", told, publicFrom);
    const announced = announcement.kind === "new_member" ? await settleSpells(tx, spellIds, at) : 0;
    await record(tx, actor, {
      action: "announcement.publish",
      subject: ["announcement", input.id],
      eventId: announcement.eventId,
      at,
      details: {
        languages: input.languages,
        revisions: Object.fromEntries(editions.map(({ locale, number }) => [locale, number])),
        publicFrom: publicFrom.toISOString(),
        memberships: announced,
      },
    });
    return { publicFrom, memberships: announced };
  });
}

function instantOf({ publicFrom, zone }: PublishInput, at: Date): Date {
  if (!publicFrom) return at;
  const zoned = zonedToInstant(publicFrom, zone);
  if (zoned.kind !== "instant") throw new Refusal("time_not_unique");
  if (zoned.instant < at) throw new Refusal("in_the_past");
  return zoned.instant;
}

/** The latest text of each language to be published, which must be the one that was seen. */
async function editionsOf(tx: Transaction, { id, languages, seen }: PublishInput) {
  const editions: { id: string; locale: Locale; number: number; lead: string; body: RichBody }[] = [];
  for (const locale of languages) {
    const latest = await latestEdition(tx, id, locale);
    if (!latest) continue;
    if (!seen.includes(latest.id)) throw new Refusal("stale");
    editions.push({ ...latest, body: storedBody(latest.body) });
  }
  return editions;
}

async function groupZone(tx: Transaction) {
  const [group] = await tx.select({ zone: groups.zone }).from(groups);
  return group?.zone ?? "UTC";
}

/** The people quoted who may be named in public on a day. */
async function nameableOn(tx: Transaction, bodies: readonly RichBody[], day: string) {
  const ids = peopleQuoted(bodies);
  if (ids.length === 0) return new Set<string>();
  const [persons, held] = [
    await tx.select().from(people).where(inArray(people.id, ids)),
    await appointmentsOf(tx, ids),
  ];
  const may = persons.filter((one) =>
    mayBeNamed(
      one,
      held.filter((held) => held.personId === one.id),
      day,
    ),
  );
  return new Set(may.map((person) => person.id));
}

async function replace(tx: Transaction, actor: Actor, publicationId: string, at: Date) {
  await tx
    .update(announcementPublications)
    .set({ withdrawnAt: at, withdrawnBy: actorId(actor), withdrawalReason: "Replaced by a newer text." })
    .where(eq(announcementPublications.id, publicationId));
}
