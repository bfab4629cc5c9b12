import { expect, test } from "vitest";
import { db } from "@/db/client";
import {
  announcementMemberships,
  announcementPublications,
  announcementRevisions,
  announcements,
} from "@/db/schema/announcements";
import { publicAnnouncementsOfOrganisation } from "@/domain/announcements/of-organisation";
import { create } from "@/domain/members/create";
import { membershipInput } from "@/domain/members/input";
import { aCompany, organizer } from "./fixture";

const moment = new Date("2026-09-01T07:00:00Z");
const before = new Date(moment.getTime() - 1);

/** An announcement about a membership, in both languages: the English public from the moment, the Swedish later. */
async function announced(membershipId: string) {
  const only = <T>([row]: T[]) => row as T;
  const { id: announcementId } = only(
    await db().insert(announcements).values({ slug: "steady-joins", kind: "new_member" }).returning(),
  );
  await db().insert(announcementMemberships).values({ announcementId, membershipId });
  for (const [locale, title, publicFrom] of [
    ["en", "Steady joins", moment],
    ["sv", "Steady ansluter sig", new Date(moment.getTime() + 1)],
  ] as const) {
    const body = { type: "doc", content: [] };
    const text = { announcementId, locale, number: 1, title, body, savedByName: "Elin Sandell" };
    const { id: revisionId } = only(await db().insert(announcementRevisions).values(text).returning());
    await db().insert(announcementPublications).values({ announcementId, locale, revisionId, publicFrom });
  }
}

test("a member's announcements appear with their instant, language by language", async () => {
  const { id: organisationId } = await aCompany("Steady");
  const spell = { organisationId, joinedOn: "2026-09-01", joinedPrecision: "day", known: "on" };
  const { id } = await create(organizer, membershipInput.parse(spell), before);
  await announced(id);
  const at = (time: Date) => publicAnnouncementsOfOrganisation(organisationId, time);
  expect(await at(before)).toEqual([]);
  expect(await at(moment)).toMatchObject([{ slug: "steady-joins", title: { en: "Steady joins" } }]);
  expect((await at(moment))[0]?.title).not.toHaveProperty("sv");
  expect((await at(new Date(moment.getTime() + 1)))[0]?.title).toHaveProperty("sv", "Steady ansluter sig");
  const { id: other } = await aCompany("Elsewhere");
  expect(await publicAnnouncementsOfOrganisation(other, moment)).toEqual([]);
});
