import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { positions } from "@/db/schema/statements";
import { post } from "@/domain/outbox/post";
import { focalPointsOf, titlesOf } from "@/domain/positions/asked";
import { countingKinds } from "@/domain/positions/rules";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";

type Statement = { id: string; slug: string; eventId: string | null };

/** Writes to the focal points of those who endorse a statement that a new edition of it says something else than before. */
export async function tellEndorsers(
  tx: Transaction,
  statement: Statement,
  publication: { id: string; changeNote: string },
  at: Date,
) {
  const endorsing = await tx
    .select({ organisationId: positions.organisationId })
    .from(positions)
    .where(
      and(
        eq(positions.statementId, statement.id),
        isNull(positions.withdrawnOn),
        isNotNull(positions.verifiedAt),
        inArray(positions.kind, [...countingKinds]),
      ),
    );
  const points = await focalPointsOf(
    tx,
    endorsing.map((one) => one.organisationId),
  );
  const titles = (await titlesOf(tx, [statement.id], at)).get(statement.id) ?? {};
  for (const point of points) {
    const { locale } = point;
    const t = words(locale, "statements.publishing.mail");
    const values = { name: point.name, title: pick(titles, locale).text, note: publication.changeNote };
    await post(tx, {
      key: `statement.changed:${publication.id}:${point.id}`,
      to: { address: point.email, name: point.name, locale },
      template: "statement-changed",
      subject: t("subject", values),
      paragraphs: [t("greeting", values), t("text", values), publication.changeNote],
      action: { label: t("button"), url: `${env().BASE_URL}/${locale}/statements/${statement.slug}` },
      about: ["statement", statement.id],
      eventId: statement.eventId,
    });
  }
}
