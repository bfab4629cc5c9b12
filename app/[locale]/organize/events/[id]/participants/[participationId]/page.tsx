import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { HistoryList } from "@/components/history/history-list";
import { ChangeForm } from "@/components/participations/change-form";
import { Decisions } from "@/components/participations/decisions";
import { PhotoForm } from "@/components/participations/photo-form";
import { SeatFacts } from "@/components/participations/seat-facts";
import { TagsSection } from "@/components/participations/tags-section";
import { AnswersList } from "@/components/questions/answers-list";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { inSinceToday } from "@/domain/check-ins/queries";
import { historyOf } from "@/domain/history/queries";
import { nameLine } from "@/domain/names/rules";
import { organisationChoices } from "@/domain/organisations/choices";
import { passedOverFor } from "@/domain/participations/line/queries";
import { participationForOrganizer } from "@/domain/participations/one";
import { possible, stepsFrom } from "@/domain/participations/rules";
import { freeSeats, sharesOf } from "@/domain/pools/organizer-queries";
import { answersOf } from "@/domain/questions/queries";
import { openStages } from "@/domain/questions/rules";
import { now } from "@/lib/clock";
import { namedChoices } from "@/lib/i18n/choices";
import { Refusal } from "@/lib/refusal";
import { formatClock } from "@/lib/time";
import { eventHere } from "../../event";
import {
  approveAction,
  changeAction,
  declineAction,
  holdAction,
  photoAction,
  preApproveAction,
  waitlistAction,
  withdrawAction,
} from "../actions";
import { tagAction } from "../list-actions";

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
  const mayDecide = can(actor, "participation.approve");
  const [t, delegations, enums, locale, organisations, deeds, answers, since, shares, passedOver] =
    await Promise.all([
      getTranslations("participations"),
      getTranslations("delegations"),
      getTranslations("enums"),
      getLocale(),
      organisationChoices(actor),
      can(actor, "history.read") ? historyOf(actor, ["participation", participationId]) : undefined,
      answersOf(actor, participationId),
      inSinceToday(actor, participationId, event.zone),
      sharesOf(actor, id, now()),
      mayDecide ? passedOverFor(actor, participationId) : [],
    ]);
  const base = `/${locale}/organize/events/${id}`;
  return (
    <div className="space-y-8">
      <div className="space-y-2">
        <h2 className="text-2xl">{nameLine(row) || t("erased")}</h2>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <StatusBadge of="participationState" state={row.state} />
          {since && (
            <StatusBadge of="participationState" state="checked_in">
              {formatClock(since, event.zone, locale)}
            </StatusBadge>
          )}
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
          free={freeSeats(shares)}
          mayOverride={can(actor, "participation.override")}
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
      {mayDecide && (
        <Section title={t("seat.title")}>
          <SeatFacts row={row} passedOver={passedOver} zone={event.zone} />
        </Section>
      )}
      {mayDecide && possible("change", row.state) && (
        <Section
          title={t("change")}
          aside={
            <span className="flex flex-wrap gap-x-4">
              {row.delegationId && (
                <Link className="link" href={`${base}/delegations/${row.delegationId}` as Route}>
                  {delegations("open")}
                </Link>
              )}
              <Link className="link" href={`${base}/participants/${row.id}/replace` as Route}>
                {delegations("person.replace")}
              </Link>
            </span>
          }
        >
          <ChangeForm
            key={row.revision}
            values={{
              id: row.id,
              revision: row.revision,
              name: row.name,
              courtesyTitle: row.courtesyTitle,
              familyName: row.familyName,
              level: row.level,
              class: row.class,
              alternate: row.alternate,
              email: row.email ?? "",
              functionalTitle: row.functionalTitle,
              organisationId: row.organisationId ?? "",
              organisationName: row.organisationName,
              accessNeeds: row.accessNeeds,
              dietaryNeeds: row.dietaryNeeds,
              listed: row.listingConsentedAt !== null,
            }}
            ofDelegation={row.delegationId !== null}
            organisations={namedChoices(organisations, locale)}
            keptDays={event.needsKeptDays}
            action={changeAction}
          />
        </Section>
      )}
      {can(actor, "participation.tag") && (
        <TagsSection eventId={id} participationId={row.id} tags={row.tags} action={tagAction} />
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
      {mayDecide && possible("change", row.state) && (
        <Section title={t("photo.title")}>
          <PhotoForm
            key={row.revision}
            id={row.id}
            revision={row.revision}
            photo={row.photoId && `${base}/door/photo/${row.id}`}
            keptDays={event.needsKeptDays}
            action={photoAction}
          />
        </Section>
      )}
      {deeds && (
        <Section title={t("history")}>
          <HistoryList deeds={deeds} zone={event.zone} />
        </Section>
      )}
    </div>
  );
}
