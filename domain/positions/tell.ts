import type { Transaction } from "@/db/client";
import { post } from "@/domain/outbox/post";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { focalPointsOf, titlesOf } from "./asked";

type Statement = { id: string; eventId: string | null };

/**
 * Writes to every focal point of some organisations about endorsing a statement: asked, reminded, or thanked. `turn`
 * makes a second reminder another mail than the first.
 */
export async function tellFocalPoints(
  tx: Transaction,
  what: "asked" | "reminded" | "thanked",
  statement: Statement,
  organisationIds: readonly string[],
  { turn, at }: { turn: string; at: Date },
) {
  const titles = (await titlesOf(tx, [statement.id], at)).get(statement.id) ?? {};
  for (const point of await focalPointsOf(tx, organisationIds)) {
    const { locale } = point;
    const t = words(locale, "positions.mail");
    const values = {
      name: point.name,
      title: pick(titles, locale).text,
      organisation: pick(point.organisation, locale).text,
    };
    await post(tx, {
      key: `endorsement.${what}:${statement.id}:${point.id}:${turn}`,
      to: { address: point.email, name: point.name, locale },
      template: `endorsement-${what}`,
      subject: t(`${what}.subject`, values),
      paragraphs: [t("greeting", values), t(`${what}.text`, values)],
      action: {
        label: t(`${what}.button`),
        url: `${env().BASE_URL}/${locale}/desk/statements/${statement.id}/position`,
      },
      about: ["statement", statement.id],
      eventId: statement.eventId,
    });
  }
}
