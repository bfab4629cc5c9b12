import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventClasses } from "@/db/schema/pools";
import { carryOut } from "@/domain/imports/carry-out";
import { importCounts } from "@/domain/imports/queries";
import { run } from "@/domain/imports/run";
import { xlsxOf } from "@/lib/table/write-xlsx";
import { at, makeEvent, makeGroup, makeOrganisation } from "../../support/make";
import { account, checkedImport, peopleOf } from "./fixture";

beforeAll(makeGroup);

it("imports ten thousand people in well under a minute, and finds nothing to do the second time", async () => {
  const event = await makeEvent({ capacity: 3_000 });
  await db().insert(eventClasses).values({ eventId: event.id, class: "delegate", position: 0 });
  const organizer = await account();
  for (let n = 0; n < 40; n++) await makeOrganisation(`Works ${n}`);
  const rows = Array.from({ length: 10_000 }, (_, n) => [
    `K${n}`,
    `Person ${n}`,
    `p${n}@example.org`,
    n % 3 ? `Works ${n % 40}` : "",
    "Delegate",
    n % 2 ? "Approved" : "",
  ]);
  const file = await xlsxOf(["Key", "Name", "E-mail", "Organisation", "Class", "State"], rows);
  const began = performance.now();
  const ready = await checkedImport(organizer, event.id, file);
  expect(await importCounts(organizer, ready.id)).toMatchObject({ new: 8_000, warning: 2_000, error: 0 });
  await run(organizer, { ...ready, mails: false }, at);
  await carryOut(organizer, ready.id, () => at);
  const seconds = (performance.now() - began) / 1000;
  console.log(`10,000 rows in ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(60);
  const people = await peopleOf(event.id);
  expect(people.length).toBe(10_000);
  expect(people.filter((row) => row.state === "approved")).toHaveLength(3_000);
  const again = await checkedImport(organizer, event.id, file);
  expect(await importCounts(organizer, again.id)).toMatchObject({ same: 10_000 });
}, 180_000);
