import { expect, test } from "vitest";
import { longDirectory } from "@/bin/bench/directory";
import { publicCounts } from "@/domain/members/queries";
import { now } from "@/lib/clock";

test("two thousand spells are read for a day in one go, well within the time a page may take", async () => {
  const { read } = await longDirectory("http://localhost");
  expect(await publicCounts("2022-06-01", now())).toEqual({ company: 1_000 });
  expect(await publicCounts("2020-12-31", now())).toEqual({});
  // A hundredth of it would do; a loaded machine gets room.
  expect(read).toBeLessThan(1_500);
});
