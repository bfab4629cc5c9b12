import { beforeAll, describe, expect, test } from "vitest";
import { cancel } from "@/domain/releases/cancel";
import { carryOut } from "@/domain/releases/carry-out";
import { publish } from "@/domain/releases/publish";
import { undo } from "@/domain/releases/undo";
import { house } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
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
