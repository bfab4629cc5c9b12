import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale, Localized } from "@/db/enums";
import { events } from "@/db/schema/events";
import { groups } from "@/db/schema/group";
import { memberships, organisations } from "@/db/schema/organisations";
import { type Standing, standingBoilerplate } from "@/domain/boilerplates/standing";
import { formerNames } from "@/domain/organisations/former-names";
import { nameOn } from "@/domain/organisations/rules";
import { isPublicAt } from "@/domain/publication/where";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";
import { formatDay, formatPreciseDay } from "@/lib/time";
import { factBoxOf } from "./fact-box";
import { holdersOf } from "./holders";
import { accession } from "./rules";
import { type EditionText, emptyBody, paragraphs, type RichBody } from "./text/rules";

type About = { membershipIds: readonly string[]; eventId: string | null };

/** The words of an edition that nobody has written yet. */
export const blankEdition: EditionText = {
  title: "",
  lead: "",
  body: emptyBody,
  dateline: "",
  pressContact: "",
  authors: [],
  cover: null,
};

/** Whom the press may ask of the group, where a new text says nobody else. */
export async function groupContact(tx: Transaction): Promise<string> {
  const [group] = await tx.select({ pressContact: groups.pressContact }).from(groups);
  return group?.pressContact ?? "";
}

/**
 * What can be written of an accession before anyone has written anything: who joins, which country or company it is,
 * how many there are from that day and who, who holds office there, where and when, and the text about the group. Only
 * spells that are public, and those announced here, are counted. Refuses `no_such_membership`.
 */
export async function draftOf(tx: Transaction, { membershipIds, eventId }: About, at: Date) {
  const rows = await spellsKnown(tx, membershipIds, at);
  const joining = rows.filter((row) => membershipIds.includes(row.id));
  if (joining.length < membershipIds.length) throw new Refusal("no_such_membership");
  const members = rows.map(({ organisationId, kind, name, formalName, formerNames, ...spell }) => ({
    id: organisationId,
    kind,
    called: { name, formalName, formerNames },
    spells: [spell],
  }));
  const known = accession(joining, members);
  const asNamed = members.map(({ called, ...one }) => ({ ...one, name: nameOn(called, known.day).name }));
  const facts = {
    joining,
    known,
    holders: await holdersOf(
      tx,
      joining.map((one) => one.organisationId),
      known.day,
    ),
    city: await cityOf(tx, eventId),
    boilerplate: await standingBoilerplate(tx),
    pressContact: await groupContact(tx),
  };
  return (locale: Locale): EditionText => {
    const text = written(facts, locale);
    const box = factBoxOf(asNamed, known.day, locale);
    const about = facts.boilerplate ? [reused(facts.boilerplate)] : [];
    const body: RichBody = { type: "doc", content: [...text.body.content, box, ...about] };
    return { ...blankEdition, ...text, body, pressContact: facts.pressContact };
  };
}

const reused = ({ boilerplateId, number }: Standing) => ({
  type: "boilerplate" as const,
  attrs: { boilerplateId, version: number },
});

async function spellsKnown(tx: Transaction, membershipIds: readonly string[], at: Date) {
  return tx
    .select({
      id: memberships.id,
      organisationId: organisations.id,
      kind: organisations.kind,
      name: organisations.name,
      formalName: organisations.formalName,
      formerNames,
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
}

async function cityOf(tx: Transaction, eventId: string | null): Promise<Localized> {
  if (!eventId) return {};
  const [event] = await tx.select({ city: events.city }).from(events).where(eq(events.id, eventId));
  return event?.city ?? {};
}

type Facts = {
  joining: Awaited<ReturnType<typeof spellsKnown>>;
  known: ReturnType<typeof accession>;
  holders: Awaited<ReturnType<typeof holdersOf>>;
  city: Localized;
};

function written({ joining, known, holders, city }: Facts, locale: Locale) {
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
  const inOffice = holders.map((one) => {
    const of = joining.find((member) => member.organisationId === one.organisationId)?.name ?? {};
    return t("holder", {
      name: pick(of, locale).text,
      person: [one.courtesyTitle, one.name].filter(Boolean).join(" "),
      office: pick(one.title, locale).text,
    });
  });
  return {
    title: t("title", { name, count }),
    lead: which,
    dateline: [pick(city, locale).text, day].filter(Boolean).join(", "),
    body: paragraphs([since.join(" "), ...inOffice, t("numbers", numbers)]),
  };
}
