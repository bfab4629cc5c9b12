import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale, Localized, OrganisationKind } from "@/db/enums";
import { memberships, organisations } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";
import { formatDay, formatPreciseDay } from "@/lib/time";
import { accession } from "./rules";
import { paragraphs, type RichBody } from "./text/rules";

type Draft = { title: string; lead: string; body: RichBody };

/**
 * What can be written of an accession before anyone has written anything: who joins, which country or company it is,
 * how many there are from that day. Only spells that are public, and those announced here, are counted. Refuses
 * `no_such_membership`.
 */
export async function draftOf(tx: Transaction, membershipIds: readonly string[], at: Date) {
  const rows = await tx
    .select({
      id: memberships.id,
      organisationId: organisations.id,
      kind: organisations.kind,
      name: organisations.name,
      joinedOn: memberships.joinedOn,
      joinedPrecision: memberships.joinedPrecision,
      leftOn: memberships.leftOn,
      leftPrecision: memberships.leftPrecision,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        isNull(memberships.withdrawnAt),
        or(isPublicAt(memberships, at), inArray(memberships.id, [...membershipIds])),
      ),
    );
  const joining = rows.filter((row) => membershipIds.includes(row.id));
  if (joining.length < membershipIds.length) throw new Refusal("no_such_membership");
  const members = rows.map(({ kind, ...spell }) => ({ kind, spells: [spell] }));
  const known = accession(joining, members);
  return (locale: Locale): Draft => written(joining, known, locale);
}

type Joining = {
  kind: OrganisationKind;
  name: Localized;
  joinedOn: string;
  joinedPrecision: "day" | "month" | "year" | "by";
};

function written(joining: readonly Joining[], known: ReturnType<typeof accession>, locale: Locale): Draft {
  const t = words(locale, "announcements.draft");
  const names = joining
    .map((one) => pick(one.name, locale).text)
    .toSorted((a, b) => a.localeCompare(b, locale));
  const name = new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  const count = names.length;
  const day = formatDay(known.day, locale);
  const numbers = { day, countries: known.countries, companies: known.companies };
  const { alone } = known;
  const which =
    alone?.kind === "country" || alone?.kind === "company"
      ? t(`becomes.${alone.kind}`, { name, ordinal: alone.ordinal })
      : t("becomes.members", { name, count });
  const since = joining.map((one) =>
    t("since", {
      name: pick(one.name, locale).text,
      day: formatPreciseDay(one.joinedOn, one.joinedPrecision, locale),
    }),
  );
  return {
    title: t("title", { name, count }),
    lead: which,
    body: paragraphs([since.join(" "), t("numbers", numbers)]),
  };
}
