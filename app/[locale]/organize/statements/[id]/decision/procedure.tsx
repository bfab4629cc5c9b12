import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EntitledList } from "@/components/procedures/entitled-list";
import { ProcedureFacts } from "@/components/procedures/procedure-facts";
import { ToldList } from "@/components/procedures/told-list";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { ProcedureSeen } from "@/domain/procedures/organizer-queries";
import { phaseOf } from "@/domain/procedures/rules";
import { formatInstant } from "@/lib/time";

type Props = {
  procedure: ProcedureSeen;
  references: ReadonlyMap<string, string>;
  at: Date;
  /** What can be done with it while it is open. */
  steps?: ReactNode;
};

/** One procedure as the secretariat watches it: what it is, who is entitled, what was said and told. */
export function Procedure({ procedure, references, at, steps }: Props) {
  const t = useTranslations("procedures");
  const kinds = useTranslations("enums.procedureKind");
  const locale = useLocale();
  const { zone, entitled, told } = procedure;
  const phase = phaseOf(procedure, at);
  const times = {
    opens: formatInstant(procedure.opensAt, zone, locale),
    deadline: formatInstant(procedure.deadline, zone, locale),
  };
  const silence = procedure.kind === "silence";
  const answered = entitled.filter((one) => one.response).length;
  return (
    <Section
      title={`${kinds(procedure.kind)} ${t("ofRevision", { number: procedure.number })}`}
      className="space-y-6"
    >
      <div className="space-y-6">
        {phase !== "ended" && <Notice>{t(`phase.${phase}`, times)}</Notice>}
        <ProcedureFacts procedure={procedure} revision={procedure.number} />
        {steps}
        <details open={phase !== "ended" || procedure.state === "broken"}>
          <summary className="min-h-6 cursor-pointer font-medium text-sm">
            {t("entitled", { count: entitled.length })}
            {!silence && <> · {t("answered", { count: answered })}</>}
          </summary>
          <div className="mt-2">
            <EntitledList entitled={entitled} zone={zone} references={references} settled={!silence} />
          </div>
        </details>
        <details>
          <summary className="min-h-6 cursor-pointer font-medium text-sm">{t("told")}</summary>
          <div className="mt-2">
            <ToldList told={told} zone={zone} />
          </div>
        </details>
      </div>
    </Section>
  );
}
