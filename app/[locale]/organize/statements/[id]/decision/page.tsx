import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AnswerForm } from "@/components/procedures/answer-form";
import { ProcedureSteps } from "@/components/procedures/procedure-steps";
import { paragraphNames } from "@/components/statements/paragraph-names";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { can } from "@/domain/access/can";
import { proceduresOf } from "@/domain/procedures/organizer-queries";
import { phaseOf } from "@/domain/procedures/rules";
import { revisionOf } from "@/domain/statements/organizer-queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { instantToLocal } from "@/lib/time";
import { statementHere } from "../statement";
import { cancelProcedureAction, extendProcedureAction, recordAnswerAction } from "./actions";
import { Opening } from "./opening";
import { Procedure } from "./procedure";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("procedures");
  return { title: t("tab") };
}

/** Deciding outside of the room: the procedure that runs, or opening one; and those before it. */
export default async function DecisionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const at = now();
  const { actor, statement, latest } = await statementHere(id);
  const [t, locale, procedures] = await Promise.all([
    getTranslations("procedures"),
    getLocale(),
    proceduresOf(actor, id),
  ]);
  const pinned = [...new Set(procedures.map((one) => one.revisionId))];
  const texts = await Promise.all(pinned.map((revisionId) => revisionOf(actor, id, revisionId)));
  const names = texts.flatMap((text) => paragraphNames(text.paragraphs));
  const references = new Map(names.map(({ value, label }) => [value, label]));
  const current = procedures.find((one) => one.state === "open");
  const head = latest(statement.authenticLocale);
  const mayOpen = can(actor, "procedure.open") && !current && !statement.adoption && head;
  const taken = current && phaseOf(current, at) === "running" && can(actor, "procedure.answer");
  return (
    <div className="space-y-10">
      {statement.adoption && (
        <Notice tone="success" title={t("adopted")}>
          {t("adoptedText")}
        </Notice>
      )}
      {current && (
        <Procedure
          procedure={current}
          references={references}
          at={at}
          steps={
            <div className="space-y-4">
              {can(actor, "procedure.extend") && phaseOf(current, at) !== "over" && (
                <ProcedureSteps
                  key={current.revision}
                  values={{ id: current.id, revision: current.revision }}
                  zone={current.zone}
                  deadline={instantToLocal(current.deadline, current.zone)}
                  extend={extendProcedureAction}
                  cancel={cancelProcedureAction}
                />
              )}
              {taken && (
                <details>
                  <summary className="link inline-block min-h-6 text-sm">{t("answer.behalf")}</summary>
                  <p className="measure my-4 text-muted text-sm">{t("answer.behalfHelp")}</p>
                  <AnswerForm
                    id={current.id}
                    kind={current.kind}
                    organisations={current.entitled
                      .filter((one) => !one.response)
                      .map((one) => ({ value: one.organisationId, label: pick(one.name, locale).text }))}
                    paragraphs={paragraphNames(
                      texts.find((text) => text.id === current.revisionId)?.paragraphs ?? [],
                    )}
                    action={recordAnswerAction}
                  />
                </details>
              )}
            </div>
          }
        />
      )}
      {mayOpen ? (
        <Opening actor={actor} statement={statement} head={head} at={at} />
      ) : (
        procedures.length === 0 && <EmptyState title={t("none")} />
      )}
      {procedures.some((one) => one !== current) && (
        <div className="space-y-6">
          <h2 className="text-2xl">{t("earlier")}</h2>
          {procedures
            .filter((one) => one !== current)
            .map((one) => (
              <Procedure key={one.id} procedure={one} references={references} at={at} />
            ))}
        </div>
      )}
    </div>
  );
}
