import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { locales, sectors } from "@/db/enums";
import { countryChoices } from "@/lib/i18n/choices";
import { words } from "@/lib/i18n/words";

/**
 * Writes what sectors and countries are called in each language of the interface to where members are searched by it.
 * These words come with a version, so that it is done whenever one migrates; where nothing has changed nothing is
 * written.
 */
export async function keepNames(database: Pick<Queryable, "execute">): Promise<void> {
  const all = locales.flatMap((locale) => {
    const sector = words(locale, "enums.sector");
    const named = sectors.map((code) => ({ locale, code, name: sector(code) }));
    return [
      ...named,
      ...countryChoices(locale).map(({ value, label }) => ({ locale, code: value, name: label })),
    ];
  });
  const differing = sql`
    select given.locale, given.code, given.name
    from jsonb_to_recordset(${JSON.stringify(all)}::text::jsonb) as given(locale text, code text, name text)
      left join search_names as kept on kept.locale = given.locale and kept.code = given.code
    where kept.name is distinct from given.name order by given.locale, given.code`;
  const [one] = await database.execute(sql`${differing} limit 1`);
  if (!one) return;
  await database.execute(sql`
    insert into search_names (locale, code, name) ${differing}
    on conflict (locale, code) do update set name = excluded.name`);
}
