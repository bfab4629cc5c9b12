import { useLocale } from "next-intl";
import { formatClock, formatInstant, formatRange, formatRelative, zoneName } from "@/lib/time";

type Zoned = { zone: string; className?: string };

/** An instant, with the name of the zone it is told in. */
export function Time({ at, zone, className }: Zoned & { at: Date }) {
  const locale = useLocale();
  return (
    <time dateTime={at.toISOString()} className={className}>
      {formatInstant(at, zone, locale)}
    </time>
  );
}

/** The time of day alone, for a list that stands under its day and zone; the zone is in the title. */
export function Clock({ at, zone, className }: Zoned & { at: Date }) {
  const locale = useLocale();
  return (
    <time dateTime={at.toISOString()} title={zoneName(zone, at)} className={className}>
      {formatClock(at, zone, locale)}
    </time>
  );
}

/** From one instant to another, with the zone; `allDay` tells the days alone. */
export function TimeRange({
  from,
  to,
  zone,
  allDay,
  className,
}: Zoned & { from: Date; to: Date; allDay?: boolean }) {
  const locale = useLocale();
  return (
    <time dateTime={from.toISOString()} className={className}>
      {formatRange(from, to, zone, locale, { allDay })}
    </time>
  );
}

/** How long ago or ahead, as seen at `now`; the absolute time is in the title. */
export function RelativeTime({ at, now, zone, className }: Zoned & { at: Date; now: Date }) {
  const locale = useLocale();
  return (
    <time dateTime={at.toISOString()} title={formatInstant(at, zone, locale)} className={className}>
      {formatRelative(at, now, locale)}
    </time>
  );
}
