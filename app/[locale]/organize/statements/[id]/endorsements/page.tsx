import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { AskForm, RemindForm } from "@/components/positions/asking";
import { CountsAsOf } from "@/components/positions/counts-as-of";
import { PositionsTable } from "@/components/positions/positions-table";
import { RecordForm } from "@/components/positions/record-form";
import { RequestList } from "@/components/positions/request-list";
import { Said } from "@/components/positions/said";
import { ToVerify } from "@/components/positions/to-verify";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { day } from "@/domain/input";
import { endorserChoices, positionsOf, requestsOf } from "@/domain/positions/organizer-queries";
import { countOn, positionState, referencesOf } from "@/domain/positions/rules";
import { revisionOf } from "@/domain/statements/organizer-queries";
import { now } from "@/lib/clock";
import { namedChoices } from "@/lib/i18n/choices";
import { pick } from "@/lib/i18n/pick";
import type { SearchParams } from "@/lib/list";
import { dayIn } from "@/lib/time";
import { statementHere } from "../statement";
import {
  askEndorsementAction,
  recordPositionAction,
  remindEndorsementAction,
  verifyPositionAction,
  withdrawPositionAction,
} from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("tabs.endorsements") };
}

/** Who endorses the statement, who was asked, what waits to be verified, and recording another. */
export default async function EndorsementsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const at = now();
  const { actor, statement } = await statementHere(id);
  const [t, texts, locale, group, positions, requests, organisations, asked] = await Promise.all([
    getTranslations("positions"),
    getTranslations("statements"),
    getLocale(),
    groupProfile(),
    positionsOf(actor, id),
    requestsOf(actor, id, at),
    endorserChoices(actor, at),
    searchParams,
  ]);
  if (!statement.adoption)
    return <EmptyState title={texts("notAdoptedYet")}>{texts("endorseAfterAdoption")}</EmptyState>;
  const adopted = await revisionOf(actor, id, statement.adoption.revisionId);
  const references = referencesOf(adopted.paragraphs, locale);
  const today = dayIn(at, group.zone);
  const read = z
    .object({ asOf: day.optional().catch(undefined), change: z.uuid().optional().catch(undefined) })
    .parse(asked);
  const asOf = read.asOf ?? today;
  const base = `/${locale}/organize/statements/${id}/endorsements`;
  const rows = positions
    .map((one) => ({
      ...one,
      name: pick(one.name, locale).text,
      paragraphs: one.paragraphIds.map((paragraph) => references.get(paragraph) ?? "").join(", "),
      evidence: one.evidenceId ? `${base}/evidence/${one.id}` : undefined,
      state: positionState(one),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const waiting = rows.filter((one) => one.state === "to_verify");
  const live = new Map(rows.filter((one) => one.state === "live").map((one) => [one.organisationId, one]));
  const settled = rows.filter((one) => one.state !== "to_verify");
  const changed = rows.find((one) => one.id === read.change && one.state === "live");
  const said = new Set(positions.map((one) => one.organisationId));
  const choices = namedChoices(organisations, locale);
  return (
    <div className="space-y-10">
      {waiting.length > 0 && (
        <Section title={t("verify.title", { count: waiting.length })}>
          <ToVerify
            id={id}
            today={today}
            waiting={waiting.map((one) => ({
              id: one.id,
              name: one.name,
              givenBy: one.recordedByName,
              replaces: live.get(one.organisationId)?.id ?? null,
              said: <Said position={one} references={references} evidence={one.evidence} />,
            }))}
            mayVerify={can(actor, "position.verify")}
            verify={verifyPositionAction}
            refuse={withdrawPositionAction}
          />
        </Section>
      )}
      <Section title={t("count", { count: countOn(positions, today).total })}>
        <CountsAsOf counts={countOn(positions, asOf)} day={asOf} today={today} base={base} />
        {settled.length === 0 ? (
          <EmptyState title={t("none")} />
        ) : (
          <PositionsTable
            id={id}
            today={today}
            rows={settled}
            mayRecord={can(actor, "position.record")}
            mayWithdraw={can(actor, "position.withdraw")}
            base={base}
            action={withdrawPositionAction}
          />
        )}
      </Section>
      <Section title={t("ask.title")}>
        <div className="space-y-6">
          <RequestList rows={requests.rows} answered={said} zone={group.zone} />
          {requests.due.length > 0 && can(actor, "endorsement.remind") && (
            <RemindForm id={id} due={requests.due.length} action={remindEndorsementAction} />
          )}
          {can(actor, "endorsement.ask") && (
            <AskForm
              key={requests.rows.length}
              id={id}
              organisations={choices.filter(
                ({ value }) =>
                  !said.has(value) && !requests.rows.some((request) => request.organisationId === value),
              )}
              action={askEndorsementAction}
            />
          )}
        </div>
      </Section>
      {can(actor, "position.record") && (
        <Section
          title={
            <span id="record">
              {changed ? t("form.changeTitle", { name: changed.name }) : t("form.recordTitle")}
            </span>
          }
        >
          <RecordForm
            key={`${positions.length}-${changed?.id ?? ""}`}
            id={id}
            today={today}
            replaces={changed?.id}
            organisations={choices.filter(({ value }) =>
              changed ? value === changed.organisationId : !live.has(value),
            )}
            paragraphs={[...references].map(([value, label]) => ({ value, label }))}
            action={recordPositionAction}
          />
        </Section>
      )}
    </div>
  );
}
