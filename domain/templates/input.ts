import { z } from "zod";
import { locales } from "@/db/enums";
import { id, optionalId, optionalLocalizedLine, optionalLocalizedLines } from "@/domain/input";
import { type Template, templates } from "./rules";

const template = z.enum(templates as [Template, ...Template[]], { error: "validation.choice" });

/** The longest subject and text of a mail. */
const most = { subject: 200, body: 8_000 };

/** Words of an event's own for one mail; a language left empty goes on with the house's. */
export const templateInput = z.object({
  eventId: id,
  template,
  /** 0 where the event has no words of its own yet. */
  revision: z.coerce.number({ error: "validation.number" }).int().min(0).max(2_147_483_647),
  subject: optionalLocalizedLine(most.subject),
  body: optionalLocalizedLines(most.body),
});
export type TemplateInput = z.output<typeof templateInput>;

/** What the preview is asked to show: words that are not saved yet, in one language, for one participant or a sample. */
export const previewInput = templateInput.extend({
  lang: z.enum(locales, { error: "validation.choice" }),
  participationId: optionalId,
});
export type PreviewInput = z.output<typeof previewInput>;

/** The words of a mail that somebody writes: at least one language, and both parts in each that is begun. */
export const writtenWords = z
  .object({ subject: optionalLocalizedLine(most.subject), body: optionalLocalizedLines(most.body) })
  .superRefine(({ subject, body }, check) => {
    for (const locale of locales) {
      if (Boolean(subject[locale]) === Boolean(body[locale])) continue;
      const path = [subject[locale] ? "body" : "subject", locale];
      check.addIssue({ code: "custom", path, message: "validation.required" });
    }
    if (locales.every((locale) => !subject[locale] && !body[locale]))
      check.addIssue({ code: "custom", path: ["subject"], message: "validation.oneLanguage" });
  });
