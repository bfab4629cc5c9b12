import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { organizer } from "@/app/_request/actor";
import { CommitmentFacts } from "@/components/commitments/commitment-facts";
import { CommitmentForm } from "@/components/commitments/commitment-form";
import { ReportForm } from "@/components/commitments/report-form";
import { ReportList } from "@/components/commitments/report-list";
import { Stands } from "@/components/commitments/stands";
import { PublishCommitment, WithdrawCommitment } from "@/components/commitments/visibility";
import { HistoryList } from "@/components/history/history-list";
import { StatusBadge } from "@/components/status-badge";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { commitmentForOrganizer, meetingChoices } from "@/domain/commitments/organizer-queries";
import { groupProfile } from "@/domain/group/queries";
import { historyOf } from "@/domain/history/queries";
import { id as anId } from "@/domain/input";
import { isPublic } from "@/domain/publication/rules";
import { publicationState } from "@/domain/statements/rules";
import { now } from "@/lib/clock";
import { byNameIn, langOf, pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import {
  editCommitmentAction,
  publishCommitmentAction,
  reportCommitmentAction,
  withdrawCommitmentAction,
} from "../actions";
import { choicesFor } from "../choices";

type Props = { params: Promise<{ id: string }> };

const commitmentHere = cache(async (id: string) => {
  const actor = await organizer();
  if (!can(actor, "commitment.list") || !anId.safeParse(id).success) notFound();
  const at = now();
  try {
    return { actor, at, commitment: await commitmentForOrganizer(actor, id, at) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ commitment }, locale] = await Promise.all([commitmentHere((await params).id), getLocale()]);
  return { title: pick(commitment.title, locale).text };
}

const empty = { en: "", sv: "" };

/** A commitment in the workspace: what was reported of it, who reads it, its facts and its history. */
export default async function CommitmentPage({ params }: Props) {
  const { actor, at, commitment } = await commitmentHere((await params).id);
  const locale = await getLocale();
  const [t, group, choices, meetings, deeds] = await Promise.all([
    getTranslations("commitments"),
    groupProfile(),
    choicesFor(actor, locale),
    meetingChoices(actor, at),
    historyOf(actor, ["commitment", commitment.id]),
  ]);
  const { id, revision, publicFrom, withdrawnAt, dueOn } = commitment;
  const title = pick(commitment.title, locale);
  const known = isPublic({ publicFrom, withdrawnAt }, at);
  const namesOf = (owners: typeof commitment.owners) =>
    owners.toSorted(byNameIn(locale)).map((one) => pick(one.name, locale).text);
  const about = { id, revision, owners: namesOf(commitment.owners.filter((one) => one.known)) };
  return (
    <>
      <PageHeading
        title={title.text}
        lang={langOf(title, locale)}
        above={
          <Link className="link" href={`/${locale}/organize/commitments` as Route}>
            {t("title")}
          </Link>
        }
        below={
          <span className="flex flex-wrap gap-x-3 gap-y-1.5">
            <StatusBadge
              of="publicationState"
              state={publicationState(publicFrom ? { publicFrom, withdrawnAt } : undefined, at)}
            />
            <Stands stands={commitment.stands} dueOn={dueOn} today={dayIn(at, group.zone)} />
          </span>
        }
        actions={
          known
            ? can(actor, "commitment.withdraw") && (
                <WithdrawCommitment {...about} action={withdrawCommitmentAction} />
              )
            : can(actor, "commitment.publish") && (
                <PublishCommitment {...about} action={publishCommitmentAction} />
              )
        }
      />
      <div className="space-y-10">
        <Section title={t("reports")}>
          <ReportList reports={commitment.reports} zone={group.zone} />
          {can(actor, "commitment.report") && (
            <details key={commitment.reports.length} className="mt-4">
              <summary className="link inline-block min-h-6">{t("report.new")}</summary>
              <div className="mt-4">
                <ReportForm
                  id={id}
                  revision={revision}
                  meetings={meetings.map((one) => ({ value: one.id, label: pick(one.name, locale).text }))}
                  action={reportCommitmentAction}
                />
              </div>
            </details>
          )}
        </Section>
        <Section title={t("facts")}>
          {can(actor, known ? "commitment.publish" : "commitment.edit") ? (
            <CommitmentForm
              values={{
                id,
                revision,
                title: { ...empty, ...commitment.title },
                measure: { ...empty, ...commitment.measure },
                owners: commitment.owners.map((one) => one.id),
                statementId: commitment.statementId ?? "",
                paragraph: commitment.paragraph,
                paragraphWas: commitment.paragraph,
                madeOn: commitment.madeOn,
                dueOn: dueOn ?? "",
              }}
              {...choices}
              action={editCommitmentAction}
            />
          ) : (
            <CommitmentFacts
              commitment={commitment}
              owners={namesOf(commitment.owners)}
              statement={choices.statements.find((one) => one.value === commitment.statementId)?.label}
            />
          )}
        </Section>
        {deeds.length > 0 && (
          <Section title={t("history")}>
            <HistoryList deeds={deeds} zone={group.zone} />
          </Section>
        )}
      </div>
    </>
  );
}
