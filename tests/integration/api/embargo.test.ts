import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { announcementAddresses } from "@/db/schema/announcement-publishing";
import { withdraw } from "@/domain/announcements/withdraw";
import { announcementForApi, announcementsForApi } from "@/domain/api/announcements";
import { agendaForApi, eventForApi, eventsForApi } from "@/domain/api/events";
import { memberForApi, membersForApi } from "@/domain/api/members";
import { announcementsAsked, eventsAsked, membersAsked, statementsAsked } from "@/domain/api/parameters";
import { statementForApi, statementsForApi } from "@/domain/api/statements";
import { publish as publishStatement } from "@/domain/statements/publish";
import { organizer } from "../../support/actors";
import { makeAdopted } from "../../support/adopted";
import { at, makeEvent, makeGroup } from "../../support/make";
import { hiddenSpell, lifts, published, rowsOf, written } from "../announcements/fixture";

beforeAll(makeGroup);

const justBefore = new Date(lifts.instant.getTime() - 1000);
const justAfter = new Date(lifts.instant.getTime() + 1000);
const has = (list: { data: { id?: string }[] }, id: string) => list.data.some((one) => one.id === id);

test("nothing under embargo is in any answer before its instant, and all of it is from the instant on", async () => {
  const spell = await hiddenSpell();
  const event = await makeEvent({ announcedAt: lifts.instant });
  const piece = await written({ kind: "new_member", membershipIds: [spell.id], eventId: event.id });
  await published(piece, ["en", "sv"], lifts.local);
  const statement = await makeAdopted();
  const input = { id: statement.id, revisionId: statement.revisionId, locale: "en" as const };
  await publishStatement(
    organizer,
    { ...input, publicFrom: lifts.local, zone: "Europe/Stockholm" } as never,
    at,
  );
  const day = { asOf: "2026-03-10" };
  const seen = async (when: Date) => [
    Boolean(await announcementForApi(piece, when)),
    has(await announcementsForApi(announcementsAsked.parse({}), when), piece),
    has(await announcementsForApi(announcementsAsked.parse({ lang: "sv" }), when), piece),
    (await announcementsForApi(announcementsAsked.parse({}), when)).total > 0,
    Boolean(await statementForApi(statement.id, {}, when)),
    has(await statementsForApi(statementsAsked.parse({}), when), statement.id),
    Boolean(await memberForApi(spell.organisationId, when)),
    has(await membersForApi(membersAsked.parse(day), when), spell.organisationId),
    ((await membersForApi(membersAsked.parse(day), when)).counts.company ?? 0) > 0,
    Boolean(await eventForApi(event.id, when)),
    Boolean(await agendaForApi(event.id, when)),
    has(await eventsForApi(eventsAsked.parse({}), when), event.id),
  ];
  expect(await seen(justBefore)).toEqual(Array(12).fill(false));
  expect(await seen(lifts.instant)).toEqual(Array(12).fill(true));
  expect(await seen(justAfter)).toEqual(Array(12).fill(true));
  expect(await announcementForApi(piece, lifts.instant)).toMatchObject({
    event: { slug: event.slug },
    members: [{ id: spell.organisationId }],
    languages: ["en", "sv"],
    publishedAt: lifts.instant.toISOString(),
  });
});

test("an announcement is tied to no event that is not public, and loses a language that is taken back", async () => {
  const event = await makeEvent({ announcedAt: null });
  const id = await written({ eventId: event.id });
  await published(id);
  expect(await announcementForApi(id, at)).toMatchObject({ event: null, languages: ["en", "sv"] });
  const sv = (await rowsOf(id)).publications.find((one) => one.locale === "sv");
  await withdraw(organizer, { id, publicationId: sv?.id ?? "", reason: "Wrong." }, at);
  const left = await announcementForApi(id, at);
  expect(left?.languages).toEqual(["en"]);
  expect(left?.editions).not.toHaveProperty("sv");
  expect(has(await announcementsForApi(announcementsAsked.parse({ lang: "sv" }), at), id)).toBe(false);
  const en = (await rowsOf(id)).publications.find((one) => one.locale === "en");
  await withdraw(organizer, { id, publicationId: en?.id ?? "", reason: "Wrong." }, at);
  expect(await announcementForApi(id, at)).toBeUndefined();
});

test("a language has its own address where it was given one", async () => {
  const id = await written();
  await published(id);
  const { row } = await rowsOf(id);
  await db()
    .insert(announcementAddresses)
    .values({ locale: "sv", slug: "egen-adress", announcementId: id, present: true, since: at });
  const read = await announcementForApi(id, at);
  expect(read?.editions.sv?.url).toMatch(/\/sv\/news\/egen-adress$/);
  expect(read?.editions.en?.url).toMatch(new RegExp(`/en/news/${row.slug}$`));
  await db().delete(announcementAddresses).where(eq(announcementAddresses.announcementId, id));
});
