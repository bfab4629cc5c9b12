import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Tabs } from "@/components/layout/tabs";
import { StatusBadge } from "@/components/status-badge";
import { TimeRange } from "@/components/time";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { eventState } from "@/domain/events/rules";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { eventHere } from "./event";

type Props = { children: ReactNode; params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ event }, locale] = await Promise.all([eventHere((await params).id), getLocale()]);
  const title = pick(event.title, locale).text;
  return { title: { template: `%s · ${title}`, default: title } };
}

/** An event in the workspace: what it is, where it stands, and its pages. */
export default async function EventLayout({ children, params }: Props) {
  const { id } = await params;
  const [{ actor, event }, t, locale] = await Promise.all([
    eventHere(id),
    getTranslations("events"),
    getLocale(),
  ]);
  const title = pick(event.title, locale);
  const base = `/${locale}/organize/events/${id}`;
  const tabs = [
    { href: base, text: t("tabs.overview"), open: true },
    { href: `${base}/agenda`, text: t("tabs.agenda"), open: can(actor, "agenda.edit") },
    // Those who do not edit the agenda are led to what hangs on it.
    {
      href: `${base}/agenda/run-of-show`,
      text: t("tabs.runOfShow"),
      open: can(actor, "run-of-show.read") && !can(actor, "agenda.edit"),
    },
    {
      href: `${base}/agenda/minutes`,
      text: t("tabs.minutes"),
      open: can(actor, "minutes.edit") && !can(actor, "agenda.edit"),
    },
    { href: `${base}/live`, text: t("tabs.live"), open: can(actor, "speakers.open") },
    { href: `${base}/participants`, text: t("tabs.participants"), open: can(actor, "participation.list") },
    { href: `${base}/form`, text: t("tabs.form"), open: can(actor, "event.edit-form") },
    { href: `${base}/delegations`, text: t("tabs.delegations"), open: can(actor, "delegation.list") },
    { href: `${base}/list`, text: t("tabs.list"), open: can(actor, "participant-list.publish") },
    { href: `${base}/mail`, text: t("tabs.mail"), open: can(actor, "mailing.compose") },
    { href: `${base}/badges`, text: t("tabs.badges"), open: can(actor, "badge.print") },
    { href: `${base}/attendance`, text: t("tabs.attendance"), open: can(actor, "check-in.list") },
    { href: `${base}/invitations`, text: t("tabs.invitations"), open: can(actor, "invitation.list") },
    { href: `${base}/places`, text: t("tabs.places"), open: can(actor, "event.edit-places") },
    { href: `${base}/edit`, text: t("tabs.edit"), open: can(actor, "event.edit") },
    { href: `${base}/history`, text: t("tabs.history"), open: can(actor, "history.read") },
  ];
  return (
    <>
      <PageHeading
        title={title.text}
        lang={langOf(title, locale)}
        above={
          <Link className="link" href={`/${locale}/organize/events` as Route}>
            {t("title")}
          </Link>
        }
        below={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StatusBadge of="eventState" state={eventState(event, now())} />
            <TimeRange from={event.startsAt} to={event.endsAt} zone={event.zone} allDay={event.allDay} />
          </span>
        }
      />
      <Tabs label={title.text} tabs={tabs.filter((tab) => tab.open)} />
      {children}
    </>
  );
}
