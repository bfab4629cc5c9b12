import { and, asc, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { type Locale, locales } from "@/db/enums";
import { errata } from "@/db/schema/procedures";
import { statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { isParty } from "./is-party";
import { standsIn } from "./rules";
import { textOf } from "./text-of";

type Shown = { id: string; locale: Locale; paragraphs: readonly { id: string; text: string }[] };

/** The verified mistakes of a public text, as they stand beside it. The text stays what it was. */
export async function verifiedErrata({ id, locale, paragraphs }: Shown) {
  const rows = await db()
    .select({
      id: errata.id,
      paragraphId: errata.paragraphId,
      kind: errata.kind,
      says: errata.says,
      shouldSay: errata.shouldSay,
      reason: errata.reason,
      reportedAt: errata.reportedAt,
      decidedAt: errata.decidedAt,
    })
    .from(errata)
    .where(and(eq(errata.statementId, id), eq(errata.locale, locale), eq(errata.state, "verified")))
    .orderBy(asc(errata.decidedAt));
  return rows.filter((one) => standsIn(one, paragraphs));
}

/** Every reported mistake of a statement, latest first. */
export async function errataOf(actor: Actor, statementId: string) {
  ensure(actor, "statement.list");
  return db()
    .select()
    .from(errata)
    .where(eq(errata.statementId, statementId))
    .orderBy(desc(errata.reportedAt), errata.id);
}

/**
 * The texts of a statement that a mistake can be reported in; none before its adoption. At the desk that is the
 * authentic one: a translation may still be a draft.
 */
export async function textsToCorrect(actor: Actor, statementId: string) {
  const organisationId = actor.kind === "user" ? actor.organisationId : null;
  ensure(actor, "erratum.report", { organisationId });
  if (organisationId && !(await isParty(db(), statementId, organisationId))) throw new Refusal("not_found");
  const [statement] = await db().select().from(statements).where(eq(statements.id, statementId));
  if (!statement) throw new Refusal("not_found");
  const own = [statement.authenticLocale];
  const others = organisationId ? [] : locales.filter((locale) => locale !== statement.authenticLocale);
  const texts = await Promise.all([...own, ...others].map((locale) => textOf(db(), statement, locale)));
  return texts.flatMap((text) =>
    text ? [{ locale: text.locale, title: text.title, paragraphs: text.paragraphs }] : [],
  );
}
