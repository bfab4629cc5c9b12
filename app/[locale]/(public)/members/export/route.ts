import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/db/enums";
import { groupProfile } from "@/domain/group/queries";
import { day } from "@/domain/input";
import { ordered } from "@/domain/members/directory/rules";
import { publicDirectory } from "@/domain/members/queries";
import { spellOn } from "@/domain/members/rules";
import { regionOf } from "@/domain/regions/rules";
import { now } from "@/lib/clock";
import { csvFile } from "@/lib/csv";
import { validated } from "@/lib/http/validated";
import { isLocale } from "@/lib/i18n/locale";
import { byNameIn, pick } from "@/lib/i18n/pick";
import { absolute } from "@/lib/seo";
import { dayIn } from "@/lib/time";
import { directoryAsked } from "../asked";

type Context = { params: Promise<{ locale: string }> };

/** The directory of a day as a file: CSV in the words of a language, or JSON for programs. The page's own question. */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale } = await params;
  const sent = Object.fromEntries(request.nextUrl.searchParams);
  const { asOf: written, view: _, sort, ...asked } = directoryAsked.parse(sent);
  const format = sent.format ?? "json";
  if (!isLocale(locale) || !["csv", "json"].includes(format)) return refused(404);
  const at = now();
  const asOf = day.safeParse(written || dayIn(at, (await groupProfile()).zone));
  if (!asOf.success) return refused(400);
  const { members, counts } = await publicDirectory(asOf.data, at, asked);
  const rows = ordered(members, sort, { day: asOf.data, byName: byNameIn(locale) }).map((member) =>
    told(member, asOf.data, locale),
  );
  if (format === "csv") return table(rows, asOf.data, locale);
  return validated(request, {
    body: `${JSON.stringify({ asOf: asOf.data, counts, members: rows }, null, 2)}\n`,
    contentType: "application/json; charset=utf-8",
  });
}

const refused = (status: 400 | 404) =>
  new Response(status === 404 ? "Not found" : "Bad request", {
    status,
    headers: { "access-control-allow-origin": "*" },
  });

type Member = Awaited<ReturnType<typeof publicDirectory>>["members"][number];
type Told = ReturnType<typeof told>;

/** What is told of a member, its name as on the day. */
function told(member: Member, on: string, locale: Locale) {
  const spell = spellOn(member.spells, on);
  return {
    slug: member.slug,
    kind: member.kind,
    name: member.name,
    formalName: member.formalName,
    country: member.country,
    region: (member.country && regionOf(member.country)) || null,
    sectors: member.sectors,
    joinedOn: spell?.joinedOn ?? null,
    joinedPrecision: spell?.joinedPrecision ?? null,
    website: member.website,
    url: absolute(`/${locale}/members/${member.slug}`),
  };
}

async function table(rows: readonly Told[], on: string, locale: Locale) {
  const [t, enums, regions] = await Promise.all([
    getTranslations({ locale, namespace: "members" }),
    getTranslations({ locale, namespace: "enums" }),
    getTranslations({ locale, namespace: "figures.regions" }),
  ]);
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  return csvFile(
    `members-${on}`,
    [
      t("name"),
      t("formalName"),
      t("kind"),
      t("csvCountry"),
      t("region"),
      t("sectors"),
      t("csvJoined"),
      t("csvPrecision"),
      t("website"),
      t("csvPage"),
    ],
    rows.map((row) => [
      pick(row.name, locale).text,
      pick(row.formalName, locale).text,
      enums(`organisationKind.${row.kind}`),
      row.country ? (countries.of(row.country) ?? row.country) : "",
      row.region ? regions(row.region) : "",
      row.sectors.map((sector) => enums(`sector.${sector}`)).join(", "),
      row.joinedOn ?? "",
      row.joinedPrecision ? enums(`datePrecision.${row.joinedPrecision}`) : "",
      row.website ?? "",
      row.url,
    ]),
  );
}
