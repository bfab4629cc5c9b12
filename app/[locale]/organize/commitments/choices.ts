import "server-only";
import type { Locale } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import { statementChoices } from "@/domain/commitments/organizer-queries";
import { organisationChoices } from "@/domain/organisations/choices";
import { namedChoices } from "@/lib/i18n/choices";

/** Who can have promised something, and in which texts. */
export async function choicesFor(actor: Actor, locale: Locale) {
  const [organisations, statements] = await Promise.all([
    organisationChoices(actor),
    statementChoices(actor),
  ]);
  return {
    organisations: namedChoices(organisations, locale),
    statements: statements.map(({ id, title }) => ({ value: id, label: title })),
  };
}
