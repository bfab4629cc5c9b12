import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale, Localized, ProcedureNotice } from "@/db/enums";
import { procedureTold } from "@/db/schema/procedures";
import { statementRevisions } from "@/db/schema/statements";
import { focalPointsOf } from "@/domain/delegations/focal-points";
import { post } from "@/domain/outbox/post";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { formatInstant } from "@/lib/time";
import type { Procedure } from "./lock";

type Told = {
  notice: ProcedureNotice;
  to: readonly { organisationId: string }[];
  /** Why: of an extension, of taking back, of an objection. */
  reason?: string;
  /** Who broke the silence. */
  by?: Localized;
  leadMinutes?: number;
};

/**
 * Tells entitled organisations what became of a procedure: each focal point in their language, once per notice and
 * deadline. Answers whether this call told it.
 */
export async function tell(
  tx: Transaction,
  procedure: Procedure,
  eventId: string | null,
  told: Told,
  at: Date,
) {
  const { notice, to, reason = "", by, leadMinutes = 0 } = told;
  const [row] = await tx
    .insert(procedureTold)
    .values({
      procedureId: procedure.id,
      notice,
      deadline: procedure.deadline,
      leadMinutes,
      reason,
      toldAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: procedureTold.id });
  if (!row) return false;
  const [text] = await tx
    .select({ title: statementRevisions.title })
    .from(statementRevisions)
    .where(eq(statementRevisions.id, procedure.revisionId));
  for (const { organisationId } of to) {
    for (const person of await focalPointsOf(tx, organisationId)) {
      const letter = worded(procedure, { title: text?.title ?? "", notice, reason, by }, person.locale);
      await post(tx, {
        key: `procedure:${row.id}:${person.id}`,
        to: { address: person.email, name: person.name, locale: person.locale },
        template: `procedure-${notice}`,
        subject: letter.subject,
        paragraphs: [
          words(person.locale, "procedures.mail")("greeting", { name: person.name }),
          ...letter.body,
        ],
        action: {
          label: letter.action,
          url: `${env().BASE_URL}/${person.locale}/desk/statements/${procedure.statementId}/decision`,
        },
        about: ["statement", procedure.statementId],
        eventId,
      });
    }
  }
  return true;
}

type Said = { title: string; notice: ProcedureNotice; reason: string; by?: Localized };

function worded(procedure: Procedure, { title, notice, reason, by }: Said, locale: Locale) {
  const t = words(locale, "procedures.mail");
  const kind = words(locale, "enums.procedureKind")(procedure.kind);
  const when = (instant: Date) => formatInstant(instant, procedure.zone, locale);
  const values = {
    title,
    kind,
    opens: when(procedure.opensAt),
    deadline: when(procedure.deadline),
    by: by ? pick(by, locale).text : "",
  };
  const key = notice === "result" ? procedure.state : notice;
  const how = notice === "opened" || notice === "extended" || notice === "reminder";
  const body = [
    t(`${key}.text` as "opened.text", values),
    ...(how ? [t(`how.${procedure.kind}`)] : []),
    ...(reason ? [t("reason"), ...reason.split(/\n{2,}/)] : []),
  ];
  return { subject: t(`${key}.subject` as "opened.subject", values), body, action: t("action") };
}
