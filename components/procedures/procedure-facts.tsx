import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Majority, ProcedureKind, ProcedureState } from "@/db/enums";
import { formatInstant } from "@/lib/time";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";

type Procedure = {
  kind: ProcedureKind;
  state: ProcedureState;
  opensAt: Date;
  deadline: Date;
  zone: string;
  endedAt: Date | null;
  endReason: string;
  hash: string;
  required: number | null;
  majority: Majority;
  openedBy: string;
};

/** What a procedure is: its kind, its times in its zone and in UTC, the text it pins, and what carries it. */
export function ProcedureFacts({ procedure, revision }: { procedure: Procedure; revision: number }) {
  const t = useTranslations("procedures.facts");
  const kinds = useTranslations("enums.procedureKind");
  const { kind, state, zone, endedAt, endReason } = procedure;
  const facts: [string, ReactNode][] = [
    [t("kind"), kinds(kind)],
    [t("state"), <StatusBadge key="state" of="procedureState" state={state} />],
    [t("opens"), <InBoth key="opens" at={procedure.opensAt} zone={zone} />],
    [t("deadline"), <InBoth key="deadline" at={procedure.deadline} zone={zone} />],
    [t("ended"), endedAt && <InBoth key="ended" at={endedAt} zone={zone} />],
    [t("reason"), state === "cancelled" && endReason],
    [t("required"), <Needed key="required" procedure={procedure} />],
    [t("revision"), t("revisionNumber", { number: revision })],
    [
      t("hash"),
      <code key="hash" className="break-all text-xs">
        {procedure.hash}
      </code>,
    ],
    [t("openedBy"), procedure.openedBy],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[8rem_minmax(0,1fr)]">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="mb-1 wrap-break-word whitespace-pre-line sm:mb-0">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** An instant in the zone it was said in, and in UTC: who decides sits in many zones. */
function InBoth({ at, zone }: { at: Date; zone: string }) {
  const locale = useLocale();
  return (
    <>
      <Time at={at} zone={zone} />
      {zone !== "UTC" && <span className="text-muted"> · {formatInstant(at, "UTC", locale)}</span>}
    </>
  );
}

function Needed({ procedure: { kind, required, majority } }: { procedure: Procedure }) {
  const t = useTranslations("procedures.facts");
  const majorities = useTranslations("enums.majority");
  if (kind === "silence") return t("noObjection");
  if (kind === "written") return required === null ? t("everyConsent") : t("consents", { count: required });
  const named = { majority: majorities(majority) };
  return required === null ? t("noQuorum", named) : t("quorum", { ...named, count: required });
}
