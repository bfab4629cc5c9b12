import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { locales } from "@/db/enums";
import { mailTemplates } from "@/db/schema/mailings";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { type Template, templates } from "./rules";
import { houseWords, templateName } from "./words";

/** Every mail that leaves by itself, with the languages in which the event has words of its own for it. */
export async function listTemplates(actor: Actor, eventId: string) {
  ensure(actor, "template.edit");
  const rows = await db()
    .select({
      template: mailTemplates.template,
      subject: mailTemplates.subject,
      body: mailTemplates.body,
      updatedAt: mailTemplates.updatedAt,
    })
    .from(mailTemplates)
    .where(eq(mailTemplates.eventId, eventId));
  return templates.map((template) => {
    const row = rows.find((one) => one.template === templateName(template));
    const own = locales.filter((locale) => row?.subject[locale] || row?.body[locale]);
    return { template, own, updatedAt: own.length > 0 ? row?.updatedAt : undefined };
  });
}

/** An event's own words for a mail as the form holds them, and the house's beside them. */
export async function templateForOrganizer(actor: Actor, eventId: string, template: Template) {
  ensure(actor, "template.edit");
  const [row] = await db()
    .select({
      subject: mailTemplates.subject,
      body: mailTemplates.body,
      revision: mailTemplates.revision,
    })
    .from(mailTemplates)
    .where(and(eq(mailTemplates.eventId, eventId), eq(mailTemplates.template, templateName(template))));
  const house = locales.map((locale) => ({ locale, ...houseWords(template, locale) }));
  return { ...(row ?? { subject: {}, body: {}, revision: 0 }), house };
}
