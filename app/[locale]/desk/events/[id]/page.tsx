import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { focalPoint } from "@/app/_request/actor";
import { ParticipantAgenda } from "@/components/agenda/participant-agenda";
import { Deadline } from "@/components/delegations/deadline";
import { Fills } from "@/components/delegations/fills";
import { HandInForm } from "@/components/delegations/hand-in-form";
import { Letters } from "@/components/delegations/letters";
import { MemberList } from "@/components/delegations/member-list";
import { Messages } from "@/components/delegations/messages";
import { NextStepPanel } from "@/components/delegations/next-step-panel";
import { ReadMessages } from "@/components/delegations/read-messages";
import { PapersList } from "@/components/papers/papers-list";
import { StatusBadge } from "@/components/status-badge";
import { TimeRange } from "@/components/time";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { agendaForParticipants } from "@/domain/agenda/participants";
import { inOrder } from "@/domain/delegations/rules";
import { papersFor } from "@/domain/item-documents/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { handInAction, readMessagesAction, submitAction } from "../../actions";
import { delegationHere } from "./delegation";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ event }, locale] = await Promise.all([delegationHere((await params).id), getLocale()]);
  return { title: pick(event.title, locale).text };
}

/** One's delegation at an event: what is asked of it next, its people, its places, its letters and messages. */
export default async function DeskDelegationPage({ params }: Props) {
  const { id } = await params;
  const [delegation, t, desk, locale] = await Promise.all([
    delegationHere(id),
    getTranslations("delegations"),
    getTranslations("desk"),
    getLocale(),
  ]);
  const actor = await focalPoint();
  const [agenda, papers, papersWords] = await Promise.all([
    agendaForParticipants(actor, { organisationId: actor.organisationId }, id, now()),
    papersFor(actor, id, now()),
    getTranslations("papers"),
  ]);
  const { event, people, fills, letters, messages } = delegation;
  const title = pick(event.title, locale);
  const base = `/${locale}/desk/events/${id}`;
  const over = event.cancelledAt !== null || event.endsAt <= now();
  const open = delegation.door !== "over" && !over;
  return (
    <>
      <PageHeading
        title={title.text}
        lang={langOf(title, locale)}
        above={
          <Link className="link" href={`/${locale}/desk` as Route}>
            {desk("back")}
          </Link>
        }
        below={<TimeRange from={event.startsAt} to={event.endsAt} zone={event.zone} allDay={event.allDay} />}
      />
      <div className="space-y-8">
        {event.cancelledAt ? (
          <Notice tone="danger" title={<StatusBadge of="eventState" state="cancelled" />}>
            {event.cancellationReason}
          </Notice>
        ) : (
          <div className="space-y-4">
            <Deadline {...delegation} zone={event.zone} />
            {!over && <NextStepPanel delegation={delegation} base={base} submit={submitAction} />}
          </div>
        )}
        <Section
          title={t("people")}
          aside={
            open && (
              <LinkButton
                look={delegation.next === "submit" ? "secondary" : "quiet"}
                size="small"
                href={`${base}/nominate` as Route}
              >
                {t("nominate")}
              </LinkButton>
            )
          }
        >
          <MemberList people={inOrder(people, fills, locale)} base={`${base}/people`} />
        </Section>
        <p>
          <Link className="link inline-block min-h-6" href={`${base}/speakers` as Route}>
            {desk("speakers")}
          </Link>
        </p>
        <Section title={t("quota")}>
          <Fills fills={fills} />
        </Section>
        <Section title={t("messages.title")}>
          <div className="space-y-4">
            <Messages messages={messages} zone={event.zone} />
            {messages.some((message) => message.readAt === null) && (
              <ReadMessages delegationId={delegation.id} action={readMessagesAction} />
            )}
          </div>
        </Section>
        {papers.length > 0 && (
          <Section title={papersWords("documents")}>
            <PapersList items={papers} zone={event.zone} base={base} />
          </Section>
        )}
        <div id="credentials" className="scroll-mt-4">
          <Section title={t("credentials.title")}>
            <div className="space-y-4">
              <Letters letters={letters} zone={event.zone} base={`${base}/credentials`} />
              {!over && (
                <details
                  key={letters.length}
                  open={letters.length === 0 && delegation.next === "credentials"}
                >
                  <summary className="link inline-block min-h-6 text-sm">
                    {letters.length === 0 ? t("credentials.handIn") : t("credentials.another")}
                  </summary>
                  <div className="mt-4">
                    <HandInForm delegationId={delegation.id} action={handInAction} />
                  </div>
                </details>
              )}
            </div>
          </Section>
        </div>
        {agenda && <ParticipantAgenda agenda={agenda} zone={event.zone} />}
      </div>
    </>
  );
}
