import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { EventFormat, HostRole, Localized } from "@/db/enums";
import { hostRoles } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { Flag } from "../flag";
import { TimeRange } from "../time";

type Host = { organisationId: string; role: HostRole; name: Localized; country: string | null; kind: string };

type Props = {
  event: {
    startsAt: Date;
    endsAt: Date;
    zone: string;
    allDay: boolean;
    format: EventFormat;
    venue: string;
    city: Localized;
    country: string | null;
    parentEvent: string;
    hosts: Host[];
  };
};

/** When, where, how, by whom. */
export function EventFacts({ event }: Props) {
  const locale = useLocale();
  const t = useTranslations("events");
  const enums = useTranslations("enums");
  const place = [event.venue, pick(event.city, locale).text, countryName(event.country, locale)].filter(
    Boolean,
  );
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[8rem_minmax(0,1fr)]">
      <Fact name={t("when")}>
        <TimeRange from={event.startsAt} to={event.endsAt} zone={event.zone} allDay={event.allDay} />
      </Fact>
      <Fact name={t("where")}>
        {place.length > 0 && <span>{place.join(", ")}</span>}
        {place.length > 0 && event.format !== "in_person" && " · "}
        {(event.format !== "in_person" || place.length === 0) && enums(`eventFormat.${event.format}`)}
      </Fact>
      {event.parentEvent && <Fact name={t("partOf")}>{event.parentEvent}</Fact>}
      {hostRoles.map((role) => {
        const hosts = event.hosts.filter((host) => host.role === role);
        return hosts.length === 0 ? null : (
          <Fact key={role} name={t(`hosts.${role}`, { count: hosts.length })}>
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {hosts.map((host) => (
                <HostName key={host.organisationId} host={host} />
              ))}
            </ul>
          </Fact>
        );
      })}
    </dl>
  );
}

function HostName({ host }: { host: Host }) {
  const locale = useLocale();
  const name = pick(host.name, locale);
  return (
    <li className="inline-flex items-baseline gap-1.5">
      {host.kind === "country" && host.country && <Flag country={host.country} />}
      <span lang={langOf(name, locale)}>{name.text}</span>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="mb-2 sm:mb-0">{children}</dd>
    </>
  );
}

function countryName(country: string | null, locale: string) {
  return country ? (new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? "") : "";
}
