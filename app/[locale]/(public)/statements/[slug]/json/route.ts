import type { NextRequest } from "next/server";
import { day } from "@/domain/input";
import { endorsementsOn } from "@/domain/positions/queries";
import { countOn } from "@/domain/positions/rules";
import { canonicalText } from "@/domain/statements/hash";
import { plainWords } from "@/domain/statements/inline/rules";
import { addressAfterwards, type ReadableStatement, readableStatement } from "@/domain/statements/readable";
import { numbered } from "@/domain/statements/rules";
import { now } from "@/lib/clock";
import { validated } from "@/lib/http/validated";
import { isLocale } from "@/lib/i18n/locale";
import { absolute } from "@/lib/seo";
import { dayIn } from "@/lib/time";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** A statement for programs: see docs/statement-json.md. The same question of visibility as its page. */
export async function GET(request: NextRequest, { params }: Context) {
  const at = now();
  const { locale, slug } = await params;
  if (!isLocale(locale)) return refused(404);
  const statement = await readableStatement(slug, locale, at);
  if (!statement) {
    const after = await addressAfterwards(slug, at);
    if (after === undefined || after === "gone") return refused(after ? 410 : 404);
    const location = absolute(`/${locale}/statements/${after.slug}.json${request.nextUrl.search}`);
    return new Response(null, { status: 308, headers: { location, "access-control-allow-origin": "*" } });
  }
  const today = dayIn(at, statement.zone ?? "UTC");
  const asked = request.nextUrl.searchParams.get("asOf");
  const asOf = day.safeParse(asked ?? today);
  if (!asOf.success) return refused(400);
  const endorsements = statement.adoptedAt ? await endorsementsOn(statement.id, asOf.data) : [];
  return validated(request, {
    body: `${JSON.stringify(told(statement, slug, asOf.data, endorsements), null, 2)}\n`,
    contentType: "application/json; charset=utf-8",
  });
}

const refused = (status: 400 | 404 | 410) =>
  Response.json({ error: status }, { status, headers: { "access-control-allow-origin": "*" } });

function told(
  statement: ReadableStatement,
  slug: string,
  asOf: string,
  endorsements: Awaited<ReturnType<typeof endorsementsOn>>,
) {
  const { against: _, ...counts } = countOn(
    endorsements.map((one) => ({ ...one, verifiedAt: statement.publicFrom })),
    asOf,
  );
  return {
    id: statement.id,
    url: absolute(`/${statement.locale}/statements/${slug}`),
    kind: statement.kind,
    language: statement.locale,
    languages: statement.published,
    authenticLanguages: [statement.authenticLocale, ...statement.alsoAuthentic],
    title: statement.title,
    publishedAt: statement.firstPublicAt,
    updatedAt: statement.updatedAt,
    withdrawn: statement.withdrawnAt && {
      at: statement.withdrawnAt,
      reason: statement.withdrawalReason,
    },
    paragraphs: numbered(statement.paragraphs).map(({ id, kind, number, reference, level, text }) => ({
      id,
      kind,
      number,
      reference,
      level: level ?? 0,
      text: plainWords(text),
    })),
    hash: statement.hash,
    canonical: canonicalText(statement),
    adoption: statement.adoptedAt && {
      method: statement.method,
      at: statement.dayOnly ? dayIn(statement.adoptedAt, statement.zone ?? "UTC") : statement.adoptedAt,
      zone: statement.zone,
      chair: statement.chairName || null,
      session: statement.session,
      hash: statement.adoptedHash,
    },
    endorsements: {
      asOf,
      counts,
      list: endorsements.map((one) => ({
        organisation: {
          id: one.organisationId,
          name: one.name,
          kind: one.organisationKind,
          country: one.country,
        },
        kind: one.kind,
        givenOn: one.givenOn,
        paragraphs: one.paragraphIds,
        text: one.text || null,
      })),
    },
  };
}
