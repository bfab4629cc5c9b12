import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { type Locale, locales } from "@/db/enums";
import { translationReviews } from "@/db/schema/statement-publishing";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { latestRevision } from "../lock";
import { translationState } from "./state";

type Statement = { id: string; authenticLocale: Locale };

/** How the latest text of each other language stands to the authentic one, and who looked it over. */
export async function translationsOf(actor: Actor, statement: Statement) {
  ensure(actor, "statement.list");
  const others = locales.filter((locale) => locale !== statement.authenticLocale);
  return Promise.all(others.map(async (locale) => ({ locale, ...(await stateOf(statement, locale)) })));
}

async function stateOf(statement: Statement, locale: Locale) {
  const translation = await latestRevision(db(), statement.id, locale);
  const state = await translationState(db(), statement, translation);
  const [review] = translation
    ? await db()
        .select({ reviewedBy: translationReviews.reviewedBy, reviewedAt: translationReviews.reviewedAt })
        .from(translationReviews)
        .where(eq(translationReviews.revisionId, translation.id))
    : [];
  return { ...state, translation, review: review ?? null };
}

/**
 * A translation with the authentic text beside it; a paragraph of that which changed since it was translated has the
 * words it had then.
 */
export async function translationForOrganizer(actor: Actor, statement: Statement, locale: Locale) {
  ensure(actor, "statement.list");
  const { current, history, translation, stale, review } = await stateOf(statement, locale);
  const madeOf = new Map(
    translation?.paragraphs.map(({ id, source }) => [id, source ?? translation.translationOfId]),
  );
  const changed = new Set(stale.filter(({ why }) => why === "changed").map(({ id }) => id));
  const paragraphs = current?.paragraphs.map((paragraph) => {
    const then = changed.has(paragraph.id) && history.find(({ id }) => id === madeOf.get(paragraph.id));
    const was = then ? then.paragraphs.find(({ id }) => id === paragraph.id)?.text : undefined;
    return { ...paragraph, was };
  });
  const source = current && {
    id: current.id,
    locale: current.locale,
    title: current.title,
    paragraphs: paragraphs ?? [],
  };
  return { source, translation, stale, review };
}
