import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { HistoryList } from "@/components/history/history-list";
import { ChangeForm } from "@/components/participations/change-form";
import { Decisions } from "@/components/participations/decisions";
import { AnswersList } from "@/components/questions/answers-list";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { historyOf } from "@/domain/history/queries";
import { organisationChoices } from "@/domain/organisations/choices";
import { participationForOrganizer } from "@/domain/participations/queries";
import { possible, stepsFrom } from "@/domain/participations/rules";
import { answersOf } from "@/domain/questions/queries";
import { openStages } from "@/domain/questions/rules";
import { namedChoices } from "@/lib/i18n/choices";
import { Refusal } from "@/lib/refusal";
import { eventHere } from "../../event";
import {
  approveAction,
  changeAction,
  declineAction,
  holdAction,
  preApproveAction,
  waitlistAction,
  withdrawAction,
} from "../actions";

type Props = { params: Promise<{ id: string; participationId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participations");
  return { title: t("one") };
}

/** One participation: what it says, what can be decided, and what was. */
export default async function ParticipantPage({ params }: Props) {
  const { id, participationId } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "participation.list") || !z.uuid().safeParse(participationId).success) notFound();
  const row = await participationForOrganizer(actor, participationId).catch((error) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  if (row.eventId !== id) notFound();
  const [t, enums, locale, organisations, deeds, answers] = await Promise.all([
    getTranslations("participations"),
    getTranslations("enums"),
    getLocale(),
    organisationChoices(actor),
    historyOf(actor, ["participation", participationId]),
    answersOf(actor, participationId),
  ]);
  const mayDecide = can(actor, "participation.approve");
  return (
    <div className="space-y-8">
      <div className="space-y-2">
        <h2 className="text-2xl">{row.name}</h2>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <StatusBadge of="participationState" state={row.state} />
          <span>{enums(`participationClass.${row.class}`)}</span>
          {row.email && (
            <a className="link" href={`mailto:${row.email}`}>
              {row.email}
            </a>
          )}
          <span className="text-muted">
            {enums(`participationSource.${row.source}`)}, <Time at={row.createdAt} zone={event.zone} />
          </span>
        </p>
        {row.stateReason && <p className="measure text-sm">{t("because", { reason: row.stateReason })}</p>}
        {row.needsErasedAt && <p className="text-muted text-sm">{t("needsErased")}</p>}
      </div>
      {mayDecide && !event.cancelledAt && (
        <Decisions
          id={row.id}
          revision={row.revision}
          name={row.name}
          steps={stepsFrom(row.state)}
          actions={{
            pre_approve: preApproveAction,
            hold: holdAction,
            approve: approveAction,
            waitlist: waitlistAction,
            decline: declineAction,
            withdraw: withdrawAction,
          }}
        />
      )}
      {mayDecide && possible("change", row.state) && (
        <Section title={t("change")}>
          <ChangeForm
            key={row.revision}
            values={{
              id: row.id,
              revision: row.revision,
              name: row.name,
              functionalTitle: row.functionalTitle,
              organisationId: row.organisationId ?? "",
              organisationName: row.organisationName,
              accessNeeds: row.accessNeeds,
              dietaryNeeds: row.dietaryNeeds,
              listed: row.listingConsentedAt !== null,
            }}
            organisations={namedChoices(organisations, locale)}
            action={changeAction}
          />
        </Section>
      )}
      {answers.length > 0 && (
        <Section
          title={t("answers")}
          aside={
            can(actor, "participation.answer") &&
            possible("change", row.state) && (
              <LinkButton
                size="small"
                href={`/${locale}/organize/events/${id}/participants/${row.id}/answers` as Route}
              >
                {t("changeAnswers")}
              </LinkButton>
            )
          }
        >
          <AnswersList
            questions={answers}
            stages={openStages(row.state)}
            filesAt={`/api/answers/${row.id}`}
          />
        </Section>
      )}
      <Section title={t("history")}>
        <HistoryList deeds={deeds} zone={event.zone} />
      </Section>
    </div>
  );
}
