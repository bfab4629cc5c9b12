import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { shownRelease } from "@/app/_request/release-views";
import { Follow } from "@/components/live/follow";
import { RoomItemLine } from "@/components/live/room-item";
import { WallClock } from "@/components/live/wall-clock";
import { ReleaseNow } from "@/components/releases/release-now";
import { FloorPanel } from "@/components/speakers/floor-panel";
import { SpeakersTable } from "@/components/speakers/speakers-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { roomOf } from "@/domain/live/organizer-queries";
import { liveDay, standing } from "@/domain/live/rules";
import { releasesAtItems } from "@/domain/releases/queries";
import { listsOfEvent } from "@/domain/speakers/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn, formatDay } from "@/lib/time";
import { publishReleaseAction } from "../../../releases/actions";
import { eventHere } from "../event";
import { beginAction, delayAction, finishAction } from "./actions";
import { listActions } from "./list-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("live");
  return { title: t("room") };
}

/** The room, for the desk of the chair: what is under way, what is next, the speakers' list, and the day. */
export default async function RoomPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const at = now();
  const { actor, event } = await eventHere(id);
  if (!can(actor, "speakers.open")) notFound();
  const [t, speakers, locale, room, lists, waiting] = await Promise.all([
    getTranslations("live"),
    getTranslations("speakers"),
    getLocale(),
    roomOf(actor, id),
    listsOfEvent(actor, id),
    can(actor, "release.list") ? releasesAtItems(actor, id, at) : [],
  ]);
  if (room.items.length === 0)
    return <EmptyState title={t("nothingReleased")}>{t("releaseFirst")}</EmptyState>;
  const base = `/${locale}/organize/events/${id}`;
  const withFloor = room.items.map((item) => ({
    ...item,
    floor: lists.find((list) => list.itemId === item.id)?.speakers.find((one) => one.state === "speaking"),
  }));
  const { now: under, next } = standing(withFloor, at);
  const day = liveDay(room.items, event.zone, at);
  const ofDay = room.items.filter((item) => dayIn(new Date(item.startsAt), event.zone) === day);
  const actions = can(actor, "agenda.run")
    ? { begin: beginAction, finish: finishAction, delay: delayAction }
    : undefined;
  const line = (item: (typeof room.items)[number], withSteps = true) => (
    <RoomItemLine
      key={item.id}
      eventId={id}
      item={item}
      zone={event.zone}
      release={room.number}
      following={
        room.items.filter(
          (one) =>
            !one.startedAt &&
            one.startsAt >= (item.startedAt ? item.endsAt : item.startsAt) &&
            dayIn(new Date(one.startsAt), event.zone) === dayIn(new Date(item.startsAt), event.zone),
        ).length
      }
      actions={withSteps ? actions : undefined}
      list={lists.some((list) => list.itemId === item.id) ? `${base}/agenda/${item.id}/speakers` : undefined}
    />
  );
  // What stands above with its buttons stands in the day without them.
  const above = new Set([...under, ...next].map((item) => item.id));
  const running = lists.filter((list) => under.some((item) => item.id === list.itemId));
  return (
    <div className="space-y-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="text-2xl">
          <WallClock zone={event.zone} serverNow={at.getTime()} />
        </p>
        <Follow stream={`${base}/live/stream`} />
        {event.announcedAt && (
          <p className="flex flex-wrap gap-x-4 text-sm">
            <Link className="link" href={`/${locale}/events/${event.slug}/live` as Route}>
              {t("publicPage")}
            </Link>
            <Link className="link" href={`/${locale}/events/${event.slug}/live/screen` as Route}>
              {t("screen")}
            </Link>
          </p>
        )}
      </div>
      <ReleaseNow
        releases={waiting.map((one) => ({
          ...shownRelease(one, locale),
          item: pick(one.item ?? {}, locale).text,
        }))}
        action={can(actor, "release.publish") ? publishReleaseAction : undefined}
      />
      <Section title={t("now")}>
        {under.length === 0 ? (
          <p className="text-muted">{t("nothingNow")}</p>
        ) : (
          under.map((item) => line(item))
        )}
      </Section>
      {running.map((list) => {
        const item = room.items.find((one) => one.id === list.itemId);
        const speaking = list.speakers.find((one) => one.state === "speaking");
        const title = pick(item?.title ?? {}, locale);
        return (
          <Section
            key={list.itemId}
            title={
              <>
                {speakers("title")}: <span lang={langOf(title, locale)}>{title.text}</span>
              </>
            }
          >
            <div className="space-y-6">
              {speaking && <FloorPanel speaker={speaking} serverNow={at.getTime()} actions={listActions} />}
              <SpeakersTable
                speakers={list.speakers}
                speeches={`${base}/agenda/speeches`}
                actions={listActions}
              />
            </div>
          </Section>
        );
      })}
      {next.length > 0 && <Section title={t("next")}>{next.map((item) => line(item))}</Section>}
      <Section title={formatDay(day, locale, { weekday: true })}>
        <div className="divide-y divide-rule">{ofDay.map((item) => line(item, !above.has(item.id)))}</div>
      </Section>
    </div>
  );
}
