import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { eventHosts } from "@/db/schema/events";
import { releaseItems } from "@/db/schema/release-items";
import { releases } from "@/db/schema/releases";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { draftToRelease, markOf } from "@/domain/agenda/release";
import { addItems, addMail } from "@/domain/releases/add-items";
import { create } from "@/domain/releases/create";
import { thing } from "@/domain/releases/input";
import { schedule } from "@/domain/releases/schedule";
import { makeAdopted, write } from "../../support/adopted";
import { at, makeEvent, makeOrganisation } from "../../support/make";
import { approved, hiddenSpell, rowsOf, written } from "../announcements/fixture";
import { withLogo } from "../media/fixture";

/** The instant at which the tests' releases go out, as a local time in Stockholm and as an instant. */
export const goesOut = { local: "2026-03-10T10:00", instant: new Date("2026-03-10T09:00:00Z") };
const shifted = (ms: number) => new Date(goesOut.instant.getTime() + ms);
export const minuteBefore = shifted(-60_000);
export const secondBefore = shifted(-1_000);
export const secondAfter = shifted(1_000);

/** An organizer with an account: whoever schedules needs one. */
export async function makeOrganizer(role: "organizer" | "admin" | "editor" = "organizer") {
  const [row] = await db()
    .insert(users)
    .values({ name: "Olle Organizer", email: `${crypto.randomUUID()}@example.org`, role, locale: "en" })
    .returning();
  if (!row) throw new Error("no account");
  const actor: Extract<Actor, { kind: "user" }> = {
    kind: "user",
    id: row.id,
    name: row.name,
    role,
    organisationId: null,
  };
  return actor;
}

/** The row of a release, and those of its things. */
export async function releaseOf(id: string) {
  const [row] = await db().select().from(releases).where(eq(releases.id, id));
  if (!row) throw new Error("no release");
  const items = await db()
    .select()
    .from(releaseItems)
    .where(eq(releaseItems.releaseId, id))
    .orderBy(releaseItems.position);
  return { row, items };
}

/** A release of some things, as a form names them. */
export async function composed(actor: Actor, things: string[], when = at) {
  const { id } = await create(actor, { title: "The opening", eventId: null, agendaItemId: null }, when);
  if (things.length > 0)
    await addItems(actor, { id, revision: 1, things: things.map((one) => thing.parse(one)) }, when);
  return id;
}

/** Schedules a release as it stands, for the tests' instant. */
export async function scheduled(actor: Actor, id: string, when = at) {
  const { row } = await releaseOf(id);
  return schedule(
    actor,
    { id, revision: row.revision, scheduledFor: goesOut.local, zone: "Europe/Stockholm" },
    when,
  );
}

/** A draft of an event with a host and one item, that could be announced, and its agenda be released. */
export async function makeDraftEvent(mark = "") {
  const title = { en: `Summit ${mark}`, sv: `Toppmöte ${mark}` };
  const event = await makeEvent({ announcedAt: null, title });
  const host = await makeOrganisation("The Host");
  await db()
    .insert(eventHosts)
    .values({ eventId: event.id, organisationId: host.id, role: "host", position: 0 });
  await db()
    .insert(agendaItems)
    .values({
      eventId: event.id,
      kind: "opening",
      title: { en: `The opening ${mark}`, sv: `Inledningen ${mark}` },
      startsAt: event.startsAt,
      endsAt: new Date(event.startsAt.getTime() + 3_600_000),
      audience: "public",
    } as typeof agendaItems.$inferInsert);
  return event;
}

/** A word nobody has: of letters only, for search takes numbers apart. */
const word = () =>
  [...crypto.randomUUID().slice(0, 8)]
    .map((one) => String.fromCharCode(97 + Number.parseInt(one, 16)))
    .join("");

/** One thing of every kind, in both languages where it has one, and the names by which each is known in public. */
export async function oneOfEach(mark = word()) {
  const announced = await hiddenSpell(`Announced ${mark}`);
  const alone = await hiddenSpell(`Alone ${mark}`);
  const logoId = await withLogo(announced.organisation.id);
  const announcementId = await written({
    kind: "new_member",
    title: `Joins ${mark}`,
    membershipIds: [announced.id],
    slug: `joins-${mark}`,
  });
  await approved(announcementId, ["en", "sv"]);
  const { latest } = await rowsOf(announcementId);
  const statement = await makeAdopted(`Statement ${mark}`);
  const swedish = await write(statement.id, ["Vi är överens.", "Vi ses igen."], "sv", `Uttalande ${mark}`);
  const event = await makeDraftEvent(mark);
  const agenda = markOf((await draftToRelease(db(), event.id, at)).content);
  const things = [
    `announcement:${announcementId}:en:${latest("en")?.id}`,
    `announcement:${announcementId}:sv:${latest("sv")?.id}`,
    `statement:${statement.id}:en:${statement.revisionId}`,
    `statement:${statement.id}:sv:${swedish}`,
    `membership:${alone.id}`,
    `event:${event.id}`,
    `agenda:${event.id}:${agenda}`,
  ];
  return { mark, announced, alone, logoId, announcementId, statement, event, things };
}

/** Puts a mail to the press list into a release. */
export async function withMail(actor: Actor, id: string, audience: "press" | "members" = "press") {
  const { row } = await releaseOf(id);
  const letter = { subject: { en: "News", sv: "Nyheter" }, body: { en: "It is out.", sv: "Den är ute." } };
  return addMail(actor, { id, revision: row.revision, audience, ...letter }, at);
}
