import { useLocale } from "next-intl";
import { formatInstant, formatRange } from "@/lib/time";

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
