import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized, ParticipationState } from "@/db/enums";
import type { NextStep, NominationDoor } from "@/domain/delegations/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { StatusBadge } from "../status-badge";
import { TimeRange } from "../time";
import { LinkButton } from "../ui/link-button";
import { Deadline } from "./deadline";
import { StateCounts } from "./state-counts";

type Delegation = {
  door: NominationDoor;
  deadline: Date;
  acceptedUntil: Date;
  live: { state: ParticipationState }[];
  next: NextStep;
  event: {
    id: string;
    title: Localized;
    startsAt: Date;
    endsAt: Date;
    zone: string;
    allDay: boolean;
    cancelledAt: Date | null;
  };
};

/** Where each next step is taken. */
const places: Partial<Record<NextStep, string>> = {
  head: "/nominate?class=head",
  nominate: "/nominate",
  submit: "#next",
  mend: "#next",
  credentials: "#credentials",
};

/** One's delegation at an event, for the desk: until when, how far it has come, and the one thing to do next. */
export function DelegationCard({ delegation }: { delegation: Delegation }) {
  const locale = useLocale();
  const t = useTranslations("delegations");
  const { event, next, live } = delegation;
  const title = pick(event.title, locale);
  const base = `/${locale}/desk/events/${event.id}`;
  const place = event.cancelledAt ? undefined : places[next];
  return (
    <li className="space-y-3 border-rule border-t py-4">
      <div>
        <h3 className="text-lg leading-snug">
          <Link href={base as Route} lang={langOf(title, locale)} className="link-quiet">
            {title.text}
          </Link>
        </h3>
        <p className="text-muted text-sm">
          <TimeRange from={event.startsAt} to={event.endsAt} zone={event.zone} allDay={event.allDay} />
        </p>
      </div>
      {event.cancelledAt ? (
        <StatusBadge of="eventState" state="cancelled" />
      ) : (
        <>
          <Deadline {...delegation} zone={event.zone} />
          <StateCounts people={live} />
          <p className="text-sm">{t(`next.${next}`)}</p>
        </>
      )}
      {place !== undefined && (
        <LinkButton look="primary" href={`${base}${place}` as Route}>
          {t(`nextButton.${next as "submit"}`)}
        </LinkButton>
      )}
    </li>
  );
}
