import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DecideLetter } from "@/components/delegations/decide-letter";
import { EditDelegationForm } from "@/components/delegations/edit-form";
import { Fills } from "@/components/delegations/fills";
import { HandInForm } from "@/components/delegations/hand-in-form";
import { Letters } from "@/components/delegations/letters";
import { MemberList } from "@/components/delegations/member-list";
import { MessageForm } from "@/components/delegations/message-form";
import { Messages } from "@/components/delegations/messages";
import { Obstacles } from "@/components/delegations/obstacles";
import { SubmitPeople } from "@/components/delegations/submit-people";
import { Flag } from "@/components/flag";
import { HistoryList } from "@/components/history/history-list";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { formValuesOf } from "@/domain/delegations/edit";
import { inOrder, progressOf } from "@/domain/delegations/rules";
import { historyOf } from "@/domain/history/queries";
import { nameLine } from "@/domain/names/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import {
  decideCredentialsAction,
  editDelegationAction,
  handInForAction,
  messageAction,
  submitForAction,
} from "../actions";
import { delegationHere } from "./delegation";

type Props = { params: Promise<{ id: string; delegationId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, delegationId } = await params;
  const [{ delegation }, locale] = await Promise.all([delegationHere(id, delegationId), getLocale()]);
  return { title: pick(delegation.name, locale).text };
}

/** A delegation in the workspace: its people, places, letters and messages, and what it has of its own. */
export default async function DelegationPage({ params }: Props) {
  const { id, delegationId } = await params;
  const { actor, event, delegation } = await delegationHere(id, delegationId);
  const [t, locale, deeds] = await Promise.all([
    getTranslations("delegations"),
    getLocale(),
    historyOf(
      actor,
      ["delegation", delegationId],
      ...delegation.people.map((person) => ["participation", person.id] as const),
    ),
  ]);
  const { fills, own, people, letters, messages, focalPoints, live } = delegation;
  const base = `/${locale}/organize/events/${id}`;
  const here = `${base}/delegations/${delegationId}`;
  const name = pick(delegation.name, locale);
  const ordered = inOrder(people, fills, locale);
  const nominated = ordered
    .filter(({ state }) => state === "nominated")
    .map((person) => ({ ...person, name: nameLine(person) }));
  return (
    <div className="space-y-8">
      <div className="space-y-2">
        <h2 className="flex items-baseline gap-2 text-2xl" lang={langOf(name, locale)}>
          {delegation.kind === "country" && delegation.country && <Flag country={delegation.country} />}
          {name.text}
        </h2>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <StatusBadge of="delegationProgress" state={progressOf(live)} />
          <span>
            {t("until")} <Time at={delegation.deadline} zone={event.zone} />
          </span>
          <span className="text-muted">{t("peopleCount", { count: live.length })}</span>
        </p>
      </div>
      <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="space-y-8">
          <Section
            title={t("people")}
            aside={
              <LinkButton size="small" href={`${here}/nominate` as Route}>
                {t("nominate")}
              </LinkButton>
            }
          >
            <div className="space-y-4">
              <MemberList people={ordered} base={`${base}/participants`} />
              {nominated.length > 0 && <Obstacles obstacles={delegation.obstacles} />}
              {nominated.length > 0 && delegation.obstacles.length === 0 && (
                <SubmitPeople delegationId={delegationId} people={nominated} action={submitForAction} />
              )}
            </div>
          </Section>
          <Section title={t("credentials.title")}>
            <div className="space-y-4">
              <Letters
                letters={letters}
                zone={event.zone}
                base={`${here}/credentials`}
                decision={(letter) => <DecideLetter id={letter.id} action={decideCredentialsAction} />}
              />
              <details key={letters.length}>
                <summary className="link inline-block min-h-6 text-sm">
                  {letters.length === 0 ? t("credentials.handIn") : t("credentials.another")}
                </summary>
                <div className="mt-4">
                  <HandInForm delegationId={delegationId} action={handInForAction} />
                </div>
              </details>
            </div>
          </Section>
          <Section title={t("messages.title")}>
            <div className="space-y-4">
              <Messages messages={messages} zone={event.zone} showsReading />
              <details key={messages.length}>
                <summary className="link inline-block min-h-6 text-sm">{t("messages.write")}</summary>
                <div className="mt-4">
                  <MessageForm
                    eventId={id}
                    delegationId={delegationId}
                    reach={{ delegations: 1, people: focalPoints.length }}
                    action={messageAction}
                  />
                </div>
              </details>
            </div>
          </Section>
        </div>
        <div className="space-y-8">
          <Section title={t("quota")}>
            <Fills fills={fills} />
          </Section>
          <Section title={t("focalPoints")}>
            {focalPoints.length === 0 ? (
              <EmptyState title={t("noFocalPoints")}>{t("noFocalPointsText")}</EmptyState>
            ) : (
              <ul className="space-y-1 text-sm">
                {focalPoints.map((person) => (
                  <li key={person.id} className="flex flex-wrap gap-x-3">
                    <span className="font-medium">{person.name}</span>
                    <a className="link" href={`mailto:${person.email}`}>
                      {person.email}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={t("edit.title")}>
            <EditDelegationForm
              key={delegation.revision}
              values={{
                ...formValuesOf(delegation, own, event.zone),
                id: delegationId,
                revision: delegation.revision,
              }}
              classes={delegation.classes}
              zone={event.zone}
              action={editDelegationAction}
            />
          </Section>
        </div>
      </div>
      <Section title={t("history")}>
        <HistoryList deeds={deeds} zone={event.zone} />
      </Section>
    </div>
  );
}
