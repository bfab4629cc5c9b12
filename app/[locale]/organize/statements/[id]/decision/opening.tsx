import { getTranslations } from "next-intl/server";
import { OpenForm } from "@/components/procedures/open-form";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/domain/access/actor";
import { groupProfile } from "@/domain/group/queries";
import { beforeOpening } from "@/domain/procedures/organizer-queries";
import { obstaclesOfText } from "@/domain/procedures/rules";
import { revisionOf } from "@/domain/statements/organizer-queries";
import { openProcedureAction } from "./actions";

type Props = {
  actor: Actor;
  statement: { id: string; eventZone: string | null };
  head: { id: string; number: number };
  at: Date;
};

/** Opening a procedure on the latest text: what stands in its way, what to know before, and the form. */
export async function Opening({ actor, statement, head, at }: Props) {
  const [t, group, text] = await Promise.all([
    getTranslations("procedures.open"),
    groupProfile(),
    revisionOf(actor, statement.id, head.id),
  ]);
  const zone = statement.eventZone ?? group.zone;
  const before = await beforeOpening(actor, { id: statement.id, zone }, at);
  const obstacles = obstaclesOfText(text);
  return (
    <Section title={t("title")}>
      <div className="space-y-6">
        {obstacles.length > 0 ? (
          <Notice tone="warning" title={t("notYet")}>
            <ul className="list-disc space-y-1 ps-5">
              {obstacles.map((code) => (
                <li key={code}>{t(`obstacles.${code}`)}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <>
            <p className="measure text-sm">{t("lead", { number: head.number })}</p>
            {before.openAmendments > 0 && (
              <Notice tone="warning" title={t("amendments", { count: before.openAmendments })}>
                {t("amendmentsText")}
              </Notice>
            )}
            <OpenForm
              key={head.id}
              values={{ statementId: statement.id, revisionId: head.id, zone }}
              counts={before}
              zones={Intl.supportedValuesOf("timeZone")}
              action={openProcedureAction}
            />
          </>
        )}
      </div>
    </Section>
  );
}
