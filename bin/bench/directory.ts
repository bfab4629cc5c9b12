import { driver } from "@/db/client";
import { publicDirectory } from "@/domain/members/queries";
import { now } from "@/lib/clock";

const SPELLS = 2_000;

/**
 * A group that a thousand organisations joined, left and joined again, each with a former name: how many milliseconds it
 * takes to say who was a member on a day and how the group grew until then, and the pages that show it.
 */
export async function longDirectory(base: string) {
  await join();
  const at = now();
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const began = performance.now();
    await publicDirectory("2022-06-01", at);
    times.push(performance.now() - began);
  }
  return {
    spells: SPELLS,
    read: times.toSorted((a, b) => a - b)[10] ?? 0,
    pages: [
      ["directory on a date", `${base}/en/members?asOf=2022-06-01`],
      ["the same as JSON", `${base}/en/members/export?format=json&asOf=2022-06-01`],
    ] as [string, string][],
  };
}

/** Each of them a member for some hundred days, and again since a day of 2021: all known to the public. */
async function join() {
  const sql = driver();
  await sql`
    insert into organisations (slug, kind, name, country, sectors)
    select 'bench-member-' || i, 'company', jsonb_build_object('en', 'Bench member ' || i), 'SE', '{steel}'
    from generate_series(1, ${SPELLS / 2}) i`;
  await sql`
    insert into organisation_names (organisation_id, name, until_on, recorded_at, recorded_by)
    select id, jsonb_build_object('en', 'Before ' || slug), date '2023-01-01', now(), 'Bench'
    from organisations where slug like 'bench-member-%'`;
  await sql`
    insert into memberships (organisation_id, joined_on, left_on, left_precision, public_from)
    select id, date '2019-09-23' + (row_number() over ())::int % 300, date '2020-12-31', 'day'::date_precision, now()
      from organisations where slug like 'bench-member-%'
    union all
    select id, date '2021-01-01' + (row_number() over ())::int % 150, null::date, null::date_precision, now()
      from organisations where slug like 'bench-member-%'`;
}
