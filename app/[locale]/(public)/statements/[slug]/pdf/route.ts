import { renderToBuffer } from "@react-pdf/renderer";
import { getTranslations } from "next-intl/server";
import { StatementPdf } from "@/components/statements/statement-pdf";
import { groupProfile } from "@/domain/group/queries";
import { endorsementsOn } from "@/domain/positions/queries";
import { columnOf, notesOf, signatoryColumns } from "@/domain/positions/rules";
import {
  type ReadableStatement as PublicStatement,
  readableStatement as publicStatement,
} from "@/domain/statements/readable";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { registerFonts, serif } from "@/lib/pdf/fonts";
import { dayIn, formatDay, formatInstant } from "@/lib/time";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** A public statement as a PDF: the same question of visibility as its page, asked anew for every copy. */
export async function GET(_: Request, { params }: Context) {
  const at = now();
  const { locale, slug } = await params;
  const statement = isLocale(locale) ? await publicStatement(slug, locale, at) : undefined;
  if (!statement || !isLocale(locale)) return new Response("Not found", { status: 404 });
  const day = dayIn(at, statement.zone ?? "UTC");
  const [t, enums, group, endorsements, adoption] = await Promise.all([
    getTranslations({ locale, namespace: "statements" }),
    getTranslations({ locale, namespace: "enums" }),
    groupProfile(),
    statement.adoptedAt ? endorsementsOn(statement.id, day) : [],
    adoptionFacts(statement, locale),
  ]);
  const named = (name: (typeof endorsements)[number]["name"]) => pick(name, locale).text;
  const { sayings } = notesOf(endorsements, named);
  registerFonts();
  const bytes = await renderToBuffer(
    StatementPdf({
      language: statement.locale,
      family: serif,
      group: pick(group.name, locale).text,
      kind: enums(`statementKind.${statement.kind}`),
      title: statement.title,
      paragraphs: statement.paragraphs,
      adoption,
      adoptionTitle: t("adoption"),
      reservations: sayings.map((one) => ({
        number: one.number,
        name: named(one.name),
        text: one.text,
      })),
      reservationsTitle: t("sayings"),
      signatories: signatoryColumns
        .map((column) =>
          endorsements
            .filter((one) => columnOf(one.organisationKind) === column)
            .map((one) => named(one.name)),
        )
        .map((names, index) => ({
          title: t(`columns.${signatoryColumns[index] ?? "other"}`, { count: names.length }),
          names: names.toSorted((a, b) => a.localeCompare(b, locale)),
        }))
        .filter((column) => column.names.length > 0),
      signatoriesTitle: t("asOfShort", { day: formatDay(day, locale) }),
      note: `${env().BASE_URL}/${locale}/statements/${slug}`,
      page: t("page"),
    }),
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${slug}.pdf"`,
      "cache-control": "no-cache",
    },
  });
}

async function adoptionFacts(statement: PublicStatement, locale: "en" | "sv"): Promise<[string, string][]> {
  const { adoptedAt, zone, method } = statement;
  if (!adoptedAt || !zone || !method) return [];
  const [t, methods] = await Promise.all([
    getTranslations({ locale, namespace: "statements.adopted" }),
    getTranslations({ locale, namespace: "enums.adoptionMethod" }),
  ]);
  const when = statement.dayOnly
    ? formatDay(dayIn(adoptedAt, zone), locale)
    : formatInstant(adoptedAt, zone, locale);
  const facts: [string, string][] = [
    [t("method"), methods(method)],
    [t("when"), when],
    [t("session"), statement.session ? pick(statement.session, locale).text : ""],
    [t("chair"), statement.chairName ?? ""],
    [t("hash"), statement.adoptedHash ?? ""],
  ];
  return facts.filter(([, value]) => value !== "");
}
