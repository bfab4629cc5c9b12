import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Locale } from "@/db/enums";
import { mailTemplates } from "@/db/schema/mailings";
import { words } from "@/lib/i18n/words";
import type { Template, Words } from "./rules";

/** The name under which a mail stands in the outbox, and an event's own words for it in the table. */
export const templateName = (template: Template) => `participation-${template}`;

/** The words of the house for a mail, with their placeholders unfilled. */
export function houseWords(template: Template, locale: Locale): Words {
  const t = words(locale, "participations.mail");
  const body = [t.raw("greeting"), t.raw(`${template}.text`), "{event}\n{when}\n{where}"].join("\n\n");
  return { subject: String(t.raw(`${template}.subject`)), body };
}

/** The words for a mail of an event in a language: its own, and the house's for what it leaves unsaid. */
export async function wordsOf(
  query: Queryable,
  eventId: string,
  template: Template,
  locale: Locale,
): Promise<Words> {
  const [own] = await query
    .select({ subject: mailTemplates.subject, body: mailTemplates.body })
    .from(mailTemplates)
    .where(and(eq(mailTemplates.eventId, eventId), eq(mailTemplates.template, templateName(template))));
  const house = houseWords(template, locale);
  return { subject: own?.subject[locale] ?? house.subject, body: own?.body[locale] ?? house.body };
}
