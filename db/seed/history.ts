import { asc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Role } from "@/db/enums";
import { accessions } from "@/db/schema/accessions";
import { announcementPublications, announcementRevisions, announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { adoptions, statementPublications, statementRevisions, statements } from "@/db/schema/statements";
import { type Actor, nobody } from "@/domain/access/actor";
import { record } from "@/domain/history/record";
import { before } from "./upcoming-summit";

type Deed = Parameters<typeof record>[2];
type Done = { by: Actor; deed: Deed };
type Team = { by: (role: Role) => Actor };

/**
 * The deeds that what was just written would have left behind, had people done it: written last and in the order of
 * time, for history is read in the order in which it was written.
 */
export async function seedHistory(tx: Transaction, users: Record<string, { id: string; name: string }>) {
  const team: Team = {
    by(role) {
      const user = users[role];
      if (!user) throw new Error(`The demonstration has no ${role}.`);
      return { kind: "user", ...user, role, organisationId: null };
    },
  };
  const done = [
    ...(await eventDeeds(tx, team)),
    ...(await statementDeeds(tx, team)),
    ...(await announcementDeeds(tx, team)),
    ...(await participationDeeds(tx, team)),
    ...(await accessionDeeds(tx, team)),
  ];
  for (const { by, deed } of done.toSorted((a, b) => a.deed.at.getTime() - b.deed.at.getTime())) {
    await record(tx, by, deed);
  }
}

async function eventDeeds(tx: Transaction, { by }: Team): Promise<Done[]> {
  const rows = await tx.select().from(events);
  return rows.flatMap(({ id, startsAt, announcedAt, concludedAt }) => {
    const about = { subject: ["event", id], eventId: id } satisfies Partial<Deed>;
    const deeds: (Omit<Deed, "at" | "subject"> & { at: Date | null })[] = [
      { action: "event.create", at: before(announcedAt ?? startsAt, 21) },
      { action: "event.announce", at: announcedAt },
      { action: "event.conclude", at: concludedAt },
    ];
    return deeds.flatMap(({ at, ...deed }) =>
      at ? [{ by: by("organizer"), deed: { ...about, ...deed, at } }] : [],
    );
  });
}

async function statementDeeds(tx: Transaction, { by }: Team): Promise<Done[]> {
  const about = ({ id, eventId }: { id: string; eventId: string | null }) =>
    ({ subject: ["statement", id], eventId }) satisfies Partial<Deed>;
  const rows = await tx.select().from(statements);
  const owner = new Map(rows.map((row) => [row.id, about(row)]));
  const of = (id: string) => owner.get(id) ?? about({ id, eventId: null });
  const texts = await tx.select().from(statementRevisions);
  const number = new Map(texts.map((text) => [text.id, text.number]));
  const [adopted, published] = [
    await tx.select().from(adoptions),
    await tx.select().from(statementPublications),
  ];
  return [
    ...rows.map((row) => ({
      by: by("editor"),
      deed: { ...about(row), action: "statement.create" as const, at: row.createdAt },
    })),
    ...texts.map((text) => ({
      by: by("editor"),
      deed: {
        ...of(text.statementId),
        action: "statement.edit" as const,
        at: text.savedAt,
        details: { revision: text.number, language: text.locale },
      },
    })),
    ...adopted.map(({ statementId, revisionId, method, hash, adoptedAt }) => ({
      by: by("organizer"),
      deed: {
        ...of(statementId),
        action: "statement.adopt" as const,
        at: adoptedAt,
        details: { method, revision: number.get(revisionId), hash },
      },
    })),
    ...published.map(({ statementId, revisionId, locale, publicFrom, publishedAt }) => ({
      by: by("organizer"),
      deed: {
        ...of(statementId),
        action: "statement.publish" as const,
        at: publishedAt,
        details: {
          language: locale,
          revision: number.get(revisionId),
          publicFrom: publicFrom.toISOString(),
        },
      },
    })),
  ];
}

async function announcementDeeds(tx: Transaction, { by }: Team): Promise<Done[]> {
  const done: Done[] = [];
  for (const { id, kind, eventId, createdAt } of await tx.select().from(announcements)) {
    const about = { subject: ["announcement", id], eventId } satisfies Partial<Deed>;
    const texts = await tx
      .select()
      .from(announcementRevisions)
      .where(eq(announcementRevisions.announcementId, id));
    const published = await tx
      .select()
      .from(announcementPublications)
      .where(eq(announcementPublications.announcementId, id));
    const [first] = published;
    done.push({
      by: by("editor"),
      deed: { ...about, action: "announcement.create", at: createdAt, details: { kind } },
    });
    for (const { number, locale, savedAt } of texts) {
      const details = { revision: number, language: locale };
      done.push({ by: by("editor"), deed: { ...about, action: "announcement.edit", at: savedAt, details } });
    }
    if (!first) continue;
    const details = {
      languages: published.map((one) => one.locale),
      publicFrom: first.publicFrom.toISOString(),
    };
    done.push({
      by: by("organizer"),
      deed: { ...about, action: "announcement.publish", at: first.publishedAt, details },
    });
  }
  return done;
}

/** How somebody came, by whom it was written down, and in which state. */
const arrivals = {
  registration: { by: "public", action: "participation.register", state: "submitted" },
  by_hand: { by: "protocol", action: "participation.add", state: "submitted" },
  nomination: { by: "protocol", action: "delegation.nominate", state: "nominated" },
} as const;

/** What was done to those whose state is another than the one they came in. */
const steps = {
  submitted: "participation.submit",
  pre_approved: "participation.pre-approve",
  approved: "participation.approve",
  waitlisted: "participation.waitlist",
  on_hold: "participation.hold",
  declined: "participation.decline",
  withdrawn: "participation.withdraw",
} as const;

async function participationDeeds(tx: Transaction, { by }: Team): Promise<Done[]> {
  const rows = await tx
    .select({ row: participations, policy: events.registrationPolicy })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .orderBy(asc(participations.arrival));
  return rows.flatMap(({ row, policy }): Done[] => {
    const { id, eventId, source, state: to, stateReason: reason, createdAt, stateAt } = row;
    const arrival = arrivals[source as keyof typeof arrivals];
    if (!arrival) return [];
    const about = { subject: ["participation", id], eventId } satisfies Partial<Deed>;
    const author: Actor = arrival.by === "public" ? nobody : by(arrival.by);
    const atOnce = policy === "open" && to === "approved";
    const from = atOnce ? to : arrival.state;
    const { action } = arrival;
    const came: Done = { by: author, deed: { ...about, action, at: createdAt, details: { to: from } } };
    const step = to === from ? undefined : steps[to as keyof typeof steps];
    if (!step) return [came];
    const decided: Deed = { ...about, action: step, at: stateAt, reason, details: { from, to } };
    return [came, { by: by("protocol"), deed: decided }];
  });
}

async function accessionDeeds(tx: Transaction, { by }: Team): Promise<Done[]> {
  const rows = await tx.select().from(accessions);
  return rows.flatMap(({ id, kind, receivedAt, reviewedAt }): Done[] => {
    const subject: Deed["subject"] = ["accession", id];
    const applied = { action: "accession.apply", subject, at: receivedAt, details: { kind } } as const;
    const reviewed = reviewedAt && ({ action: "accession.review", subject, at: reviewedAt } as const);
    return [{ by: nobody, deed: applied }, ...(reviewed ? [{ by: by("organizer"), deed: reviewed }] : [])];
  });
}
