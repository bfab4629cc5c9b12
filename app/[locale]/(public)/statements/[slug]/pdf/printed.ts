import { printedNotes, printedSection, printedText } from "@/app/_request/printed-text";
import { withAddress } from "@/app/_request/printed-words";
import type { Localized } from "@/db/enums";
import type { endorsementsOn } from "@/domain/positions/queries";
import { columnOf, notesOf, referencesOf, signatoryColumns } from "@/domain/positions/rules";
import type { ReadableStatement } from "@/domain/statements/readable";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import type { Block, Sheet } from "@/lib/pdf/sheet";
import { absolute } from "@/lib/seo";
import { dayIn, formatDay, formatInstant } from "@/lib/time";

type Endorsement = Awaited<ReturnType<typeof endorsementsOn>>[number];
type Facts = {
  group: Localized;
  /** Who endorses on the day of the print. */
  endorsements: readonly Endorsement[];
  day: string;
  at: Date;
};

/** A statement as it is printed, all of it in the language of its text: it is one document for every reader. */
export function printedStatement(statement: ReadableStatement, facts: Facts): Sheet {
  const { locale, title } = statement;
  const kind = words(locale, "enums.statementKind")(statement.kind);
  const group = pick(facts.group, locale).text;
  const { sayings, notes } = notesOf(facts.endorsements, (name) => pick(name, locale).text);
  return {
    language: locale,
    title,
    author: group,
    head: `${group} · ${title}`,
    page: words(locale, "statements")("page"),
    madeAt: facts.at,
    blocks: [
      { kind: "paragraph", look: "centred", words: [{ text: `${group} · ${kind}`, scale: 0.85 }] },
      { kind: "heading", level: 1, centred: true, words: [{ text: title }] },
      ...printedText(statement, notes),
      ...printedNotes(statement),
      ...said(statement, sayings),
      ...adoption(statement),
      ...(statement.adoptedAt ? signatories(statement, facts) : []),
      ...verification(statement),
    ],
  };
}

function said(statement: ReadableStatement, sayings: readonly (Endorsement & { number: number })[]): Block[] {
  const { locale, paragraphs } = statement;
  const t = words(locale, "positions");
  const references = referencesOf(paragraphs, locale);
  const items = sayings.map(({ number, name, kind, text, paragraphIds }) => {
    const list = paragraphIds.map((id) => references.get(id) ?? "").filter(Boolean);
    const where =
      list.length > 0 ? ` (${t("onParagraphs", { list: list.join(", "), count: list.length })})` : "";
    const rest = ` ${t(`saying.${kind}`)}${where}${text ? `: ${text}` : "."}`;
    return { marker: `[${number}]`, words: [{ text: pick(name, locale).text, bold: true }, { text: rest }] };
  });
  return printedSection(words(locale, "statements")("sayings"), items);
}

function adoption({
  adoptedAt,
  zone,
  method,
  dayOnly,
  session,
  chairName,
  locale,
}: ReadableStatement): Block[] {
  if (!adoptedAt || !zone || !method) return [];
  const t = words(locale, "statements.adopted");
  const when = dayOnly ? formatDay(dayIn(adoptedAt, zone), locale) : formatInstant(adoptedAt, zone, locale);
  const facts: [string, string][] = [
    [t("method"), words(locale, "enums.adoptionMethod")(method)],
    [t("when"), when],
    [t("session"), session ? pick(session, locale).text : ""],
    [t("chair"), chairName ?? ""],
  ];
  return printedSection(
    words(locale, "statements")("adoption"),
    facts
      .filter(([, value]) => value !== "")
      .map(([name, value]) => ({ words: [{ text: `${name}: ${value}` }] })),
  );
}

function signatories(statement: ReadableStatement, { endorsements, day }: Facts): Block[] {
  const { locale, slug } = statement;
  const t = words(locale, "statements");
  const named = formatDay(day, locale);
  const address = absolute(`/${locale}/statements/${slug}`);
  const columns = signatoryColumns.flatMap((column): Block[] => {
    const names = endorsements
      .filter((one) => columnOf(one.organisationKind) === column)
      .map((one) => pick(one.name, locale).text)
      .toSorted((a, b) => a.localeCompare(b, locale));
    if (names.length === 0) return [];
    return [
      { kind: "heading", level: 3, words: [{ text: t(`columns.${column}`, { count: names.length }) }] },
      { kind: "list", columns: 2, items: names.map((name) => ({ words: [{ text: name }] })) },
    ];
  });
  return [
    { kind: "heading", level: 2, words: [{ text: t("asOfShort", { day: named }) }] },
    ...columns,
    {
      kind: "paragraph",
      look: "small",
      words: withAddress(t("print.open", { day: named, address }), address),
    },
  ];
}

/** What the print can be held against: which text was adopted, by its hash, and where it is. */
function verification(statement: ReadableStatement): Block[] {
  const { locale, slug, authenticLocale, alsoAuthentic, adoptedHash } = statement;
  const t = words(locale, "statements");
  const enums = words(locale, "enums.locale");
  const address = absolute(`/${locale}/statements/${slug}`);
  const authentic = [authenticLocale, ...alsoAuthentic];
  const language = new Intl.ListFormat(locale).format(authentic.map((one) => enums(one)));
  const lines = [
    ...(authentic.includes(locale) ? [] : [t("translation", { language })]),
    adoptedHash
      ? t("print.verify", { language: enums(authenticLocale), hash: adoptedHash, address })
      : address,
  ];
  return lines.map((text) => ({ kind: "paragraph", look: "small", words: withAddress(text, address) }));
}
