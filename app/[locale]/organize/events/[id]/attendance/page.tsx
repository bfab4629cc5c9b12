import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AttendanceTable } from "@/components/door/attendance-table";
import { buttonLook } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PrintButton } from "@/components/ui/print-button";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { attendanceOn, countsByDay } from "@/domain/check-ins/queries";
import { doorState, eventDays } from "@/domain/check-ins/rules";
import { now } from "@/lib/clock";
import type { SearchParams } from "@/lib/list";
import { formatDay, zoneName } from "@/lib/time";
import { eventHere } from "../event";
import { dayAsked } from "./day";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door");
  return { title: t("title") };
}

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** The door from the office: who is in on each day, what was odd, and the way to the page for those at the door. */
export default async function AttendancePage({ params, searchParams }: Props) {
  const at = now();
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "check-in.list")) notFound();
  const [t, locale, counts] = await Promise.all([
    getTranslations("door"),
    getLocale(),
    countsByDay(actor, id),
  ]);
  const day = dayAsked((await searchParams).day, event, at, counts.days);
  const people = await attendanceOn(actor, id, day, locale);
  const days = [...new Set([...eventDays(event), ...counts.days.keys()])].toSorted();
  const base = `/${locale}/organize/events/${id}`;
  const open = doorState(event, at);
  return (
    <div className="space-y-8">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
        {open === "open" ? (
          // A whole page of its own: only so does the browser give it the camera, and keep it for working offline.
          <a className={buttonLook({ look: "primary" })} href={`${base}/door`}>
            {t("open")}
          </a>
        ) : (
          <p className="text-sm">{t(`states.${open}`)}</p>
        )}
        <p className="measure text-muted text-sm">{t("lead")}</p>
      </div>
      <Section
        title={t("attendance")}
        aside={
          <span className="flex flex-wrap items-center gap-4">
            <a className="link print:hidden" href={`${base}/attendance/export?day=${day}`}>
              {t("export")}
            </a>
            <PrintButton>{t("print")}</PrintButton>
          </span>
        }
      >
        <nav aria-label={t("days")} className="mb-4">
          <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
            {days.map((one) => (
              <li key={one}>
                <Link
                  className={one === day ? "font-medium" : "link"}
                  aria-current={one === day ? "page" : undefined}
                  href={`${base}/attendance?day=${one}` as Route}
                >
                  {formatDay(one, locale, { weekday: true })}
                </Link>{" "}
                <span className="tabular-nums">
                  {t("inOf", { present: counts.days.get(one) ?? 0, expected: counts.expected })}
                </span>
              </li>
            ))}
          </ul>
        </nav>
        <p className="mb-4 text-muted text-sm">
          {t("timesIn", { zone: zoneName(event.zone, event.startsAt) })}
        </p>
        {people.length === 0 ? (
          <EmptyState title={t("nobody")} />
        ) : (
          <AttendanceTable people={people} zone={event.zone} />
        )}
      </Section>
    </div>
  );
}
