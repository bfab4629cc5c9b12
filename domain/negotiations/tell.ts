import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { users } from "@/db/schema/users";
import { post } from "@/domain/outbox/post";
import { env } from "@/lib/env";
import { words } from "@/lib/i18n/words";

export type Letter = {
  /** What it is about; with the person it makes the key, so that nobody is told twice. */
  key: string;
  template: string;
  subject: (locale: Locale) => string;
  paragraphs: (locale: Locale) => string[];
};

/** Writes to the focal points of some organisations, each in their language, with a link to the statement at the desk. */
export async function tell(
  tx: Transaction,
  statement: { id: string; eventId: string | null },
  organisationIds: readonly string[],
  letter: Letter,
) {
  if (organisationIds.length === 0) return 0;
  const people = await tx
    .select({ id: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(
      and(
        eq(users.role, "focal_point"),
        inArray(users.organisationId, [...new Set(organisationIds)]),
        isNull(users.deactivatedAt),
      ),
    )
    .orderBy(asc(users.name), users.id);
  for (const { id, name, email, locale } of people) {
    const t = words(locale, "negotiation.mail");
    await post(tx, {
      key: `${letter.key}:${id}`,
      to: { address: email, name, locale },
      template: letter.template,
      subject: letter.subject(locale),
      paragraphs: [t("greeting", { name }), ...letter.paragraphs(locale)],
      action: { label: t("desk"), url: `${env().BASE_URL}/${locale}/desk/statements/${statement.id}` },
      about: ["statement", statement.id],
      eventId: statement.eventId,
    });
  }
  return people.length;
}
