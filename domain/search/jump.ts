import { type AnyColumn, desc, ilike, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Locale, type Localized, locales } from "@/db/enums";
import { events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import { people } from "@/db/schema/people";
import { statementRevisions } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";

/** What the command palette sends while someone types. */
export const jumpInput = z.object({ query: z.string().trim().max(100), locale: z.enum(locales) });

/** A thing of the workspace one can go to. */
export type Landing = { kind: "event" | "statement" | "organisation" | "person"; id: string; text: string };

const each = 6;

/**
 * Events, statements, organisations and people whose name contains the words, newest or alphabetical, drafts too,
 * as far as the actor may open them. At most six of a kind.
 */
export async function jump(actor: Actor, { query, locale }: z.output<typeof jumpInput>): Promise<Landing[]> {
  ensure(actor, "workspace.enter");
  if (query.length < 2) return [];
  const words = `%${query.replace(/[\\%_]/g, "\\$&")}%`;
  const found = await Promise.all([
    eventsNamed(words, locale),
    can(actor, "statement.list") ? statementsNamed(words) : [],
    can(actor, "organisation.edit") ? organisationsNamed(words, locale) : [],
    can(actor, "person.edit") ? peopleNamed(words) : [],
  ]);
  return found.flat();
}

const inAnyLanguage = (column: AnyColumn, words: string): SQL | undefined =>
  or(...locales.map((locale) => sql`${column} ->> ${locale} ilike ${words}`));
const text = (value: Localized, locale: Locale) => value[locale] ?? Object.values(value)[0] ?? "";

async function eventsNamed(words: string, locale: Locale): Promise<Landing[]> {
  const rows = await db()
    .select({ id: events.id, title: events.title })
    .from(events)
    .where(inAnyLanguage(events.title, words))
    .orderBy(desc(events.startsAt))
    .limit(each);
  return rows.map(({ id, title }) => ({ kind: "event", id, text: text(title, locale) }));
}

async function statementsNamed(words: string): Promise<Landing[]> {
  const rows = await db()
    .selectDistinctOn([statementRevisions.statementId], {
      id: statementRevisions.statementId,
      title: statementRevisions.title,
    })
    .from(statementRevisions)
    .where(ilike(statementRevisions.title, words))
    .orderBy(statementRevisions.statementId, desc(statementRevisions.savedAt))
    .limit(each);
  return rows.map(({ id, title }) => ({ kind: "statement", id, text: title }));
}

async function organisationsNamed(words: string, locale: Locale): Promise<Landing[]> {
  const rows = await db()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inAnyLanguage(organisations.name, words))
    .orderBy(organisations.slug)
    .limit(each);
  return rows.map(({ id, name }) => ({ kind: "organisation", id, text: text(name, locale) }));
}

async function peopleNamed(words: string): Promise<Landing[]> {
  const rows = await db()
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(ilike(people.name, words))
    .orderBy(people.sortName)
    .limit(each);
  return rows.map(({ id, name }) => ({ kind: "person", id, text: name }));
}
