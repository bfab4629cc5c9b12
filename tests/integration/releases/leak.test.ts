import { beforeAll, describe, expect, test } from "vitest";
import { announcementKinds, locales } from "@/db/enums";
import {
  allPublicAnnouncements,
  announcementsForFeed,
  publicAnnouncement,
} from "@/domain/announcements/queries";
import { cancel } from "@/domain/releases/cancel";
import { carryOut } from "@/domain/releases/carry-out";
import { publish } from "@/domain/releases/publish";
import { undo } from "@/domain/releases/undo";
import { house } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { approved, rowsOf, written } from "../announcements/fixture";
import {
  composed,
  goesOut,
  makeOrganizer,
  minuteBefore,
  oneOfEach,
  releaseOf,
  scheduled,
  secondAfter,
  secondBefore,
} from "./fixture";
import { countedAt, showing, surfacesOf } from "./surfaces";

beforeAll(makeGroup);

async function readied() {
  const organizer = await makeOrganizer();
  const things = await oneOfEach();
  const id = await composed(organizer, things.things);
  await scheduled(organizer, id);
  return { organizer, things, id };
}

const everywhere = (things: Parameters<typeof surfacesOf>[0]) =>
  surfacesOf(things).map(({ kind, name }) => `${kind} ${name}`);

describe("nothing of a release exists before its instant", () => {
  test("on any surface, of any kind, in any language; and everything does at it", async () => {
    const { things, id } = await readied();
    const counted = await countedAt(secondBefore);
    for (const moment of [at, minuteBefore, secondBefore]) expect(await showing(things, moment)).toEqual([]);
    await carryOut(house, { id }, minuteBefore);
    for (const moment of [at, minuteBefore, secondBefore, new Date(goesOut.instant.getTime() - 1)])
      expect(await showing(things, moment)).toEqual([]);
    expect(await countedAt(secondBefore)).toBe(counted);
    for (const moment of [goesOut.instant, secondAfter])
      expect(await showing(things, moment)).toEqual(everywhere(things));
    expect(await countedAt(goesOut.instant)).toBe(counted + 2);
  });

  test.each(announcementKinds.filter((kind) => kind !== "new_member"))(
    "of an announcement of the kind %s, in either language",
    async (kind) => {
      const organizer = await makeOrganizer();
      const id = await written({ kind });
      await approved(id, locales);
      const { row, latest } = await rowsOf(id);
      const things = locales.map((locale) => `announcement:${id}:${locale}:${latest(locale)?.id}`);
      const release = await composed(organizer, things);
      await scheduled(organizer, release);
      await carryOut(house, { id: release }, minuteBefore);
      const seen = async (moment: Date) =>
        Promise.all(
          locales.map(async (locale) => [
            (await publicAnnouncement(row.slug, locale, moment))?.locale,
            (await announcementsForFeed(locale, moment)).some((one) => one.id === id),
            (await allPublicAnnouncements(locale, moment)).some((one) => one.id === id),
          ]),
        );
      const nowhere = locales.map(() => [undefined, false, false]);
      for (const moment of [minuteBefore, secondBefore]) expect(await seen(moment)).toEqual(nowhere);
      for (const moment of [goesOut.instant, secondAfter])
        expect(await seen(moment)).toEqual(locales.map((locale) => [locale, true, true]));
    },
  );

  test("nor after it was called off when it was ready", async () => {
    const { organizer, things, id } = await readied();
    const counted = await countedAt(secondAfter);
    await carryOut(house, { id }, minuteBefore);
    const { revision } = (await releaseOf(id)).row;
    await cancel(organizer, { id, revision, reason: "The minister is late." }, secondBefore);
    for (const moment of [secondBefore, goesOut.instant, secondAfter])
      expect(await showing(things, moment)).toEqual([]);
    expect(await countedAt(secondAfter)).toBe(counted);
  });

  test("nor after it was taken back as too early or in error", async () => {
    for (const kind of ["too_early", "error"] as const) {
      const { organizer, things, id } = await readied();
      await publish(organizer, { id, revision: (await releaseOf(id)).row.revision }, at);
      expect(await showing(things, at)).toEqual(everywhere(things));
      const { revision } = (await releaseOf(id)).row;
      await undo(organizer, { id, revision, kind, reason: "By mistake." }, minuteBefore);
      expect(await showing(things, minuteBefore)).toEqual([]);
      // What was public then was public then.
      expect(await showing(things, at)).toContain("announcement page en");
    }
  });
});
