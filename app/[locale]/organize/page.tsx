import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { organizer } from "@/app/_request/actor";
import { StatusBadge } from "@/components/status-badge";
import { Time, TimeRange } from "@/components/time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/db/enums";
import { can } from "@/domain/access/can";
import { doorState } from "@/domain/check-ins/rules";
import { today } from "@/domain/dashboard/queries";
import { eventState } from "@/domain/events/rules";
import { groupProfile } from "@/domain/group/queries";
import { releasesInTrouble } from "@/domain/releases/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

/** What needs me today, and what comes next. */
export default async function DashboardPage() {
  const at = now();
  const actor = await organizer();
  const [t, locale, group, day, troubled] = await Promise.all([
    getTranslations("dashboard"),
    getLocale(),
    groupProfile(),
    today(actor, at),
    can(actor, "release.list") ? releasesInTrouble(actor, at) : [],
  ]);
  const base = `/${locale}/organize`;
  const needs = [
    ...troubled.map((release) => ({
      href: `${base}/releases/${release.id}`,
      text: t("releaseInTrouble", { title: release.title }),
    })),
    ...day.pending.map((event) => ({
      href: `${base}/events/${event.id}/participants?state=submitted`,
      text: t("pending", { count: event.pending, event: pick(event.title, locale).text }),
    })),
    ...(day.failed > 0
      ? [{ href: `${base}/mails?state=failed`, text: t("failedMails", { count: day.failed }) }]
      : []),
    ...(day.open > 0 ? [{ href: `${base}/statements`, text: t("openStatements", { count: day.open }) }] : []),
    ...(day.draftAnnouncements > 0
      ? [{ href: `${base}/announcements`, text: t("draftAnnouncements", { count: day.draftAnnouncements }) }]
      : []),
    ...(day.drafts > 0 ? [{ href: `${base}/events`, text: t("draftEvents", { count: day.drafts }) }] : []),
  ];
  return (
    <>
      <PageHeading title={t("title")} below={t("lead")} />
      <div className="grid gap-10 xl:grid-cols-2">
        <Section title={t("needs")}>
          {needs.length === 0 ? (
            <EmptyState title={t("nothing")} />
          ) : (
            <ul>
              {needs.map((need) => (
                <li key={need.href} className="border-rule border-t py-2.5 first:border-t-0">
                  <Link className="link" href={need.href as Route}>
                    {need.text}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t("next")}>
          {day.next.length === 0 ? (
            <EmptyState title={t("noneNext")} />
          ) : (
            <ul>
              {day.next.map((event) => {
                const title = pick(event.title, locale);
                return (
                  <li key={event.id} className="space-y-1 border-rule border-t py-2.5 first:border-t-0">
                    <p className="flex flex-wrap items-center gap-2">
                      <Link
                        className="link-quiet font-medium"
                        lang={langOf(title, locale)}
                        href={`${base}/events/${event.id}` as Route}
                      >
                        {title.text}
                      </Link>
                      <StatusBadge of="eventState" state={eventState(event, at)} />
                    </p>
                    <p className="text-muted text-sm">
                      <TimeRange
                        from={event.startsAt}
                        to={event.endsAt}
                        zone={event.zone}
                        allDay={event.allDay}
                      />
                    </p>
                    {can(actor, "check-in.list") && doorState(event, at) === "open" && (
                      // A whole page of its own, with the camera.
                      <p className="text-sm">
                        <a className="link" href={`${base}/events/${event.id}/door`}>
                          {t("openDoor")}
                        </a>
                      </p>
                    )}
                    {event.registrationClosesAt && event.registrationClosesAt > at && (
                      <p className="text-sm">
                        {t("closes")} <Time at={event.registrationClosesAt} zone={event.zone} />
                      </p>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </Section>
        {day.reviews.length > 0 && (
          <Section title={t("reviews")}>
            <ul>
              {day.reviews.map((one) => (
                <ReviewLine
                  key={`${one.id}${one.locale}`}
                  {...one}
                  href={`${base}/announcements/${one.id}/review`}
                >
                  {t("submittedBy", { name: one.byName })} <Time at={one.at} zone={group.zone} />
                </ReviewLine>
              ))}
            </ul>
          </Section>
        )}
        {day.unreviewed.length > 0 && (
          <Section title={t("unreviewed")}>
            <ul>
              {day.unreviewed.map((one) => (
                <ReviewLine
                  key={`${one.id}${one.locale}`}
                  {...one}
                  href={`${base}/announcements/${one.id}/review`}
                >
                  {t("publishedAt")} <Time at={one.at} zone={group.zone} />
                </ReviewLine>
              ))}
            </ul>
          </Section>
        )}
        {day.lifting.length > 0 && (
          <Section title={t("embargoes")}>
            <ul>
              {day.lifting.map((item) => (
                <li key={`${item.id}${item.locale}`} className="border-rule border-t py-2.5 first:border-t-0">
                  <Link
                    className="link-quiet font-medium"
                    lang={item.locale}
                    href={`${base}/${item.room}/${item.id}` as Route}
                  >
                    {item.title}
                  </Link>
                  <span className="block text-sm">
                    {t("lifts")} <Time at={item.publicFrom} zone={group.zone} />
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}

type LineProps = { title: string; locale: Locale; href: string; children: ReactNode };

/** A text that somebody is to look over. */
function ReviewLine({ title, locale, href, children }: LineProps) {
  return (
    <li className="border-rule border-t py-2.5 [overflow-wrap:anywhere] first:border-t-0">
      <Link className="link-quiet font-medium" lang={locale} href={href as Route}>
        {title}
      </Link>
      <span className="block text-sm">{children}</span>
    </li>
  );
}
