import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { pressLinks } from "@/db/schema/statement-publishing";
import { statementPublications, statementRevisions } from "@/db/schema/statements";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { post } from "@/domain/outbox/post";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";
import { formatInstant } from "@/lib/time";
import { newToken } from "@/lib/tokens";
import type { CreatePressLinkInput } from "./input";
import { embargoZones, underEmbargo } from "./rules";

/**
 * Lets a named journalist read a text under embargo by a link of their own, which is mailed and nowhere kept; it ends
 * with the embargo. Refuses `no_embargo` where nothing of the statement is under embargo.
 */
export async function create(actor: Actor, { id, locale, ...who }: CreatePressLinkInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, id);
    ensure(actor, "press-link.create");
    const rows = await tx
      .select({ publication: statementPublications, title: statementRevisions.title })
      .from(statementPublications)
      .innerJoin(statementRevisions, eq(statementRevisions.id, statementPublications.revisionId))
      .where(eq(statementPublications.statementId, id));
    const embargoed = underEmbargo(
      rows.map(({ publication, title }) => ({ ...publication, title })),
      at,
    );
    const [first] = embargoed;
    if (!first) throw new Refusal("no_embargo");
    const { token, hash } = newToken();
    const [row] = await tx
      .insert(pressLinks)
      .values({
        ...who,
        statementId: id,
        tokenHash: hash,
        createdAt: at,
        createdBy: actorName(actor),
        expiresAt: first.publicFrom,
      })
      .returning({ id: pressLinks.id });
    if (!row) throw new Refusal("not_found");
    const { title } = embargoed.find((one) => one.locale === locale) ?? first;
    await tell(tx, { ...who, locale, id: row.id, token }, statement, { ...first, title });
    await record(tx, actor, {
      action: "press-link.create",
      subject: ["statement", id],
      eventId: statement.eventId,
      at,
      details: { until: first.publicFrom.toISOString() },
    });
    return row;
  });
}

async function tell(
  tx: Transaction,
  link: { id: string; recipient: string; email: string; locale: Locale; token: string },
  statement: { id: string; eventId: string | null },
  embargoed: { title: string; publicFrom: Date; zone: string },
) {
  const { locale } = link;
  const t = words(locale, "press.mail");
  const until = embargoZones(embargoed.zone).map((zone) => formatInstant(embargoed.publicFrom, zone, locale));
  await post(tx, {
    key: `press-link:${link.id}`,
    to: { address: link.email, name: link.recipient, locale },
    template: "press-link",
    subject: t("subject", { until: until[0] ?? "" }),
    paragraphs: [
      t("greeting", { name: link.recipient }),
      t("text", { title: embargoed.title }),
      [t("until"), ...until].join("\n"),
      t("personal"),
    ],
    action: { label: t("button"), url: "{{link}}" },
    secrets: { link: `${env().BASE_URL}/${locale}/press/${link.token}` },
    about: ["statement", statement.id],
    eventId: statement.eventId,
  });
}
