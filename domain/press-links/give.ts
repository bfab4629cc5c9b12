import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { pressLinks } from "@/db/schema/statement-publishing";
import { type Actor, actorName } from "@/domain/access/actor";
import { post } from "@/domain/outbox/post";
import { env } from "@/lib/env";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";
import { formatInstant } from "@/lib/time";
import { newToken } from "@/lib/tokens";
import { embargoZones, type PressTarget } from "./rules";
import { columnsFor, embargoedOf } from "./target";

/** Who is to read a text early. */
export type Journalist = { recipient: string; outlet: string; email: string; locale: Locale };

/**
 * Writes a journalist's own link to a text under embargo and the mail that carries it, behind the lock of the text: the
 * link is nowhere kept, and ends with the embargo. Refuses `no_embargo`.
 */
export async function give(
  tx: Transaction,
  actor: Actor,
  target: PressTarget & { eventId: string | null },
  { locale, ...who }: Journalist,
  at: Date,
) {
  const embargoed = await embargoedOf(tx, target, at);
  const [first] = embargoed;
  if (!first) throw new Refusal("no_embargo");
  const { token, hash } = newToken();
  const [row] = await tx
    .insert(pressLinks)
    .values({
      ...who,
      ...columnsFor(target),
      tokenHash: hash,
      createdAt: at,
      createdBy: actorName(actor),
      expiresAt: first.publicFrom,
    })
    .returning({ id: pressLinks.id });
  if (!row) throw new Refusal("not_found");
  const t = words(locale, "press.mail");
  const { title } = embargoed.find((one) => one.locale === locale) ?? first;
  const until = embargoZones(first.zone).map((zone) => formatInstant(first.publicFrom, zone, locale));
  await post(tx, {
    key: `press-link:${row.id}`,
    to: { address: who.email, name: who.recipient, locale },
    template: "press-link",
    subject: t("subject", { until: until[0] ?? "" }),
    paragraphs: [
      t("greeting", { name: who.recipient }),
      t("text", { title }),
      [t("until"), ...until].join("\n"),
      t("personal"),
    ],
    action: { label: t("button"), url: "{{link}}" },
    secrets: { link: `${env().BASE_URL}/${locale}/press/${token}` },
    about: [target.of, target.id],
    eventId: target.eventId,
  });
  return { id: row.id, until: first.publicFrom };
}
