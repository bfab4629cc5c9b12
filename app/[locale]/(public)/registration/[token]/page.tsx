import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ParticipantAgenda } from "@/components/agenda/participant-agenda";
import { ClientMessages } from "@/components/layout/client-messages";
import { PapersList } from "@/components/papers/papers-list";
import { OfferAnswer } from "@/components/participations/offer-answer";
import { OwnRegistration } from "@/components/participations/own-registration";
import { OwnData } from "@/components/privacy/own-data";
import { OwnAnswers } from "@/components/questions/own-answers";
import { StatusBadge } from "@/components/status-badge";
import { Time, TimeRange } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { agendaForParticipants } from "@/domain/agenda/participants";
import { papersFor } from "@/domain/item-documents/queries";
import { publicOrganisationChoices } from "@/domain/members/choices";
import { actorByLink, ownParticipation } from "@/domain/participations/own";
import { offerOf, possible } from "@/domain/participations/rules";
import { hasAskedErasure } from "@/domain/privacy/queries";
import { answersOf } from "@/domain/questions/queries";
import { openStages } from "@/domain/questions/rules";
import { stageForm } from "@/domain/questions/stage-form";
import { now } from "@/lib/clock";
import { countriesFor } from "@/lib/i18n/choices";
import { pick } from "@/lib/i18n/pick";
import {
  acceptOfferAction,
  answerAction,
  askErasureAction,
  changeAction,
  declineOfferAction,
  withdrawAction,
} from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration");
  return { title: t("yours"), robots: { index: false, follow: false } };
}

/** A participant's own registration, behind the personal link of their mail. */
export default async function RegistrationPage({ params }: Props) {
  const [{ token }, locale] = await Promise.all([params, getLocale()]);
  const actor = await actorByLink(token);
  if (!actor) notFound();
  const [t, papersWords, { participation, event, place }, papers, organisations, asked, answers] =
    await Promise.all([
      getTranslations("registration"),
      getTranslations("papers"),
      ownParticipation(actor),
      papersFor(actor, actor.eventId, now()),
      publicOrganisationChoices(now()),
      hasAskedErasure(actor),
      answersOf(actor, actor.participationId),
    ]);
  const choices = organisations
    .map(({ id, name }) => ({ value: id, label: pick(name, locale).text }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  const { state } = participation;
  // What is asked for last stands first: it is what the mail of the approval leads to.
  const stages = openStages(state)
    .toReversed()
    .map((stage) => stageForm(answers, stage, (id) => `/${locale}/registration/${token}/files/${id}`))
    .filter((stage) => stage.questions.length > 0);
  const agenda =
    state === "approved" ? await agendaForParticipants(actor, actor, event.id, now()) : undefined;
  const offer = event.cancelledAt ? "none" : offerOf(participation, now());
  return (
    <>
      <PageHeading
        title={t("yours")}
        above={
          <Link href={`/${locale}/events/${event.slug}` as Route} className="link">
            {pick(event.title, locale).text}
          </Link>
        }
        below={<TimeRange from={event.startsAt} to={event.endsAt} zone={event.zone} allDay={event.allDay} />}
      />
      {event.cancelledAt && (
        <Notice tone="danger" title={t("eventCancelled")} className="mb-6">
          {event.cancellationReason}
        </Notice>
      )}
      <div className="mb-8 space-y-2">
        <StatusBadge of="participationState" state={state} />
        {offer === "none" && (
          <p className="measure">{t(`state.${state}`, { place, reason: participation.stateReason })}</p>
        )}
        {offer === "expired" && <p className="measure">{t("offer.expired")}</p>}
      </div>
      {offer === "open" && participation.offerExpiresAt && (
        <ClientMessages namespaces={["registration"]}>
          <OfferAnswer
            key={participation.revision}
            values={{ id: participation.id, revision: participation.revision, link: token }}
            until={<Time at={participation.offerExpiresAt} zone={event.zone} />}
            accept={acceptOfferAction}
            decline={declineOfferAction}
          />
        </ClientMessages>
      )}
      {papers.length > 0 && (
        <Section title={papersWords("documents")} className="mb-10">
          <PapersList items={papers} zone={event.zone} base={`/${locale}/registration/${token}`} />
        </Section>
      )}
      {possible("change", state) && !event.cancelledAt && (
        <ClientMessages namespaces={["registration", "answers"]}>
          <div className="mb-10 max-w-2xl space-y-10">
            {stages.map((stage) => (
              <OwnAnswers
                key={stage.stage}
                {...stage}
                of={{ id: participation.id, revision: participation.revision, link: token }}
                countries={countriesFor(stage.questions, locale)}
                action={answerAction}
              />
            ))}
          </div>
          <OwnRegistration
            values={{
              id: participation.id,
              revision: participation.revision,
              link: token,
              name: participation.name,
              functionalTitle: participation.functionalTitle,
              organisationId: participation.organisationId ?? "",
              organisationName: participation.organisationName,
              accessNeeds: participation.accessNeeds,
              dietaryNeeds: participation.dietaryNeeds,
              listed: participation.listingConsentedAt !== null,
            }}
            organisations={participation.delegationId ? undefined : choices}
            keptDays={event.needsKeptDays}
            change={changeAction}
            withdraw={withdrawAction}
          />
        </ClientMessages>
      )}
      {agenda && <ParticipantAgenda agenda={agenda} zone={event.zone} />}
      <ClientMessages namespaces={["registration"]}>
        <OwnData
          id={participation.id}
          link={token}
          download={`/${locale}/registration/${token}/data`}
          asked={asked}
          ask={askErasureAction}
        />
      </ClientMessages>
    </>
  );
}
