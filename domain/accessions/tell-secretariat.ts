import { and, count, eq, gt, lte } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accessions } from "@/db/schema/accessions";
import { post } from "@/domain/outbox/post";
import { secretariat } from "@/domain/team/secretariat";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import type { AccessionRow } from "./lock";
import { mostToldAnHour } from "./rules";

const hour = 3_600_000;

/**
 * Tells the secretariat of a new application, each of them in their language: whose it is and of what kind, and where it
 * is read. Of the contact it says nothing: a mail is kept in more places than the application is.
 *
 * The limit of the public form is by the sender's network, so many networks could still fill every inbox of the
 * secretariat. After `mostToldAnHour` within an hour one mail says that there are more, and the list has them.
 */
export async function tellSecretariat(tx: Transaction, row: AccessionRow, at: Date): Promise<void> {
  const [recent] = await tx
    .select({ count: count() })
    .from(accessions)
    .where(
      and(
        eq(accessions.source, row.source),
        gt(accessions.receivedAt, new Date(at.getTime() - hour)),
        lte(accessions.receivedAt, at),
      ),
    );
  const many = (recent?.count ?? 0) > mostToldAnHour;
  const what = many ? "many" : "one";
  for (const { id, name, email, locale } of await secretariat(tx)) {
    const t = words(locale, "accessions.notice");
    const values = {
      name,
      organisation: pick(row.name, locale).text,
      kind: words(locale, "enums.organisationKind")(row.kind),
      count: mostToldAnHour,
    };
    const list = `${env().BASE_URL}/${locale}/organize/accessions`;
    await post(tx, {
      key: many
        ? `accession.many:${Math.floor(at.getTime() / hour)}:${id}`
        : `accession.applied:${row.id}:${id}`,
      to: { address: email, name, locale },
      template: many ? "accession-many" : "accession-applied",
      subject: t(`${what}.subject`, values),
      paragraphs: [t("greeting", values), t(`${what}.text`, values)],
      action: { label: t(`${what}.button`), url: many ? list : `${list}/${row.id}` },
      ...(!many && { about: ["accession", row.id] }),
    });
  }
}
