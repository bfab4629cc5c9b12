import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Follow } from "@/components/live/follow";
import { FloorPanel } from "@/components/speakers/floor-panel";
import { LimitsForm } from "@/components/speakers/limits-form";
import { PublishVersion } from "@/components/speakers/publish-version";
import { RequestForm } from "@/components/speakers/request-form";
import { SpeakersTable } from "@/components/speakers/speakers-table";
import { AskSwap, OpenSwaps } from "@/components/speakers/swaps";
import { TimesTable } from "@/components/speakers/times-table";
import { Time } from "@/components/time";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { agendaOf } from "@/domain/agenda/queries";
import { isInternal } from "@/domain/agenda/rules";
import { organisationChoices } from "@/domain/organisations/choices";
import { listOf, speakerChoices, speakingTimes } from "@/domain/speakers/queries";
import { usualLimits } from "@/domain/speakers/rules";
import { now } from "@/lib/clock";
import { namedChoices } from "@/lib/i18n/choices";
import { langOf, pick } from "@/lib/i18n/pick";
import { eventHere } from "../../../event";
import {
  answerSwapAction,
  editListAction,
  openListAction,
  publishListAction,
  requestAction,
  swapAction,
} from "../../../live/actions";
import { listActions } from "../../../live/list-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("speakers");
  return { title: t("title") };
}

/** The speakers' list of an item, to be run: who is next, who has the floor, and the exceptions with their reasons. */
export default async function SpeakersPage({ params }: { params: Promise<{ id: string; itemId: string }> }) {
  const { id, itemId } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "speakers.open")) notFound();
  const [t, locale, draft] = await Promise.all([
    getTranslations("speakers"),
    getLocale(),
    agendaOf(actor, id),
  ]);
  const item = draft.find((one) => one.id === itemId);
  if (!item || isInternal(item.kind)) notFound();
  const [list, organisations, people, times] = await Promise.all([
    listOf(actor, itemId),
    organisationChoices(actor),
    speakerChoices(actor, id),
    speakingTimes(actor, id),
  ]);
  const title = pick(item.title, locale);
  const base = `/${locale}/organize/events/${id}`;
  const speaking = list?.speakers.find((one) => one.state === "speaking");
  const waiting = list?.speakers.filter((one) => one.state === "waiting") ?? [];
  const places = waiting.map((one) => ({
    value: one.id,
    label: [pick(one.organisation, locale).text, one.onBehalfOf].filter(Boolean).join(", "),
  }));
  return (
    <div className="space-y-10">
      <div className="space-y-1">
        <h2 className="text-2xl">
          {t("title")}: <span lang={langOf(title, locale)}>{title.text}</span>
        </h2>
        <p className="flex flex-wrap gap-x-4 text-sm">
          <Link className="link" href={`${base}/live` as Route}>
            {t("room")}
          </Link>
        </p>
        <Follow stream={`${base}/live/stream`} />
      </div>
      {!list ? (
        <Section title={t("limits.title")}>
          <LimitsForm itemId={itemId} limits={usualLimits} action={openListAction} />
        </Section>
      ) : (
        <>
          {speaking && <FloorPanel speaker={speaking} serverNow={now().getTime()} actions={listActions} />}
          <Section title={t("order")}>
            <SpeakersTable
              speakers={list.speakers}
              speeches={`${base}/agenda/speeches`}
              actions={listActions}
            />
          </Section>
          <Section title={t("request.fromFloor")}>
            <RequestForm
              itemId={itemId}
              action={requestAction}
              organisations={namedChoices(organisations, locale)}
              people={people.map((one) => ({
                value: one.id,
                label: `${one.name} (${pick(one.organisation, locale).text})`,
              }))}
            />
          </Section>
          <Section title={t("swap.title")}>
            <OpenSwaps swaps={list.swaps} speakers={list.speakers} action={answerSwapAction} />
            {places.length > 1 && <AskSwap firsts={places} seconds={places} action={swapAction} />}
          </Section>
          <Section title={t("versions.title")}>
            <div className="space-y-3">
              <p className="measure text-sm">{t("versions.lead")}</p>
              <ul className="space-y-1 text-sm">
                {list.versions.map((version) => (
                  <li key={version.number}>
                    {t("versions.version", { number: version.number, name: version.publishedBy })}{" "}
                    <Time at={version.publishedAt} zone={event.zone} />
                  </li>
                ))}
              </ul>
              <PublishVersion itemId={itemId} action={publishListAction} />
            </div>
          </Section>
          <Section title={t("limits.title")}>
            <LimitsForm
              key={list.revision}
              itemId={itemId}
              limits={list.limits}
              list={{ revision: list.revision, closed: list.closedAt !== null }}
              action={editListAction}
            />
          </Section>
        </>
      )}
      <Section title={t("times.title")}>
        <TimesTable rows={times} />
      </Section>
    </div>
  );
}
