import type { Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { EventFacts } from "@/components/events/event-facts";
import { EventSteps } from "@/components/events/event-steps";
import { Dashboard } from "@/components/figures/dashboard";
import { DelegationsTable } from "@/components/figures/delegations-table";
import { Live } from "@/components/figures/live";
import { SeatsBar } from "@/components/participations/seats-bar";
import { Time } from "@/components/time";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { eventState, obstaclesToAnnouncing } from "@/domain/events/rules";
import { delegationFill } from "@/domain/figures/delegations";
import { figuresOf } from "@/domain/figures/queries";
import { countsByState } from "@/domain/participations/queries";
import { sharesOf } from "@/domain/pools/organizer-queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn } from "@/lib/time";
import { announceEventAction, cancelEventAction, concludeEventAction } from "../actions";
import { eventHere } from "./event";

/** The event at a glance: where it stands, who comes, what is next. */
export default async function EventOverviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const at = now();
  const { actor, event } = await eventHere(id);
  const lists = can(actor, "participation.list");
  const [t, words, locale, counts, figures, fill, shares] = await Promise.all([
    getTranslations("events"),
    getTranslations("figures"),
    getLocale(),
    lists ? countsByState(actor, id) : undefined,
    lists ? figuresOf(actor, event, at) : undefined,
    can(actor, "delegation.list") ? delegationFill(actor, event) : undefined,
    lists ? sharesOf(actor, id, at) : [],
  ]);
  const href = `/${locale}/organize/events/${id}/participants`;
  const state = eventState(event, at);
  const summary = pick(event.summary, locale);
  const open = state !== "cancelled" && state !== "concluded";
  return (
    <>
      <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="space-y-6">
          {summary.text && (
            <p lang={langOf(summary, locale)} className="measure whitespace-pre-line">
              {summary.text}
            </p>
          )}
          <EventFacts event={event} />
          {event.announcedAt && (
            <p className="text-sm">
              <Link className="link" href={`/${locale}/events/${event.slug}` as Route}>
                {t("publicPage")}
              </Link>
            </p>
          )}
          {state === "cancelled" && (
            <p className="measure">{t("cancelledBecause", { reason: event.cancellationReason })}</p>
          )}
          <EventSteps
            event={{ id, revision: event.revision }}
            title={pick(event.title, locale).text}
            told={counts && event.announcedAt ? counts.approved + counts.submitted + counts.waitlisted : 0}
            can={{
              announce: state === "draft" && can(actor, "event.announce"),
              conclude: state === "ended" && can(actor, "event.conclude"),
              cancel: open && can(actor, "event.cancel"),
            }}
            obstacles={obstaclesToAnnouncing({ ...event, hosts: event.hosts.length }, at)}
            announce={announceEventAction}
            cancel={cancelEventAction}
            conclude={concludeEventAction}
          />
        </div>
        {counts && (
          <Section title={t("tabs.participants")}>
            <SeatsBar counts={counts} shares={shares} capacity={event.capacity} href={href} />
          </Section>
        )}
      </div>
      {figures && (
        <Section
          className="mt-10"
          title={words("title")}
          aside={
            <span className="flex flex-wrap items-center gap-x-3 text-muted">
              <span>
                {words("asOf")} <Time at={at} zone={event.zone} />
              </span>
              <Live />
            </span>
          }
        >
          <Dashboard figures={figures} capacity={event.capacity} today={dayIn(at, event.zone)} href={href} />
        </Section>
      )}
      {fill && fill.delegations.length > 0 && (
        <Section
          className="mt-10"
          title={words("delegations")}
          aside={
            <span className="text-muted">
              {words("delegationsSum", {
                count: fill.delegations.length,
                heads: fill.delegations.filter(({ fill: of }) =>
                  of.some((one) => one.class === "head" && one.named > 0),
                ).length,
              })}
            </span>
          }
        >
          <DelegationsTable {...fill} href={href} />
        </Section>
      )}
    </>
  );
}
