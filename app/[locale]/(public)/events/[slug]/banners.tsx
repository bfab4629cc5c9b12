import { OfficeBanner } from "@/components/people/office-banner";
import { PeriodBanner } from "@/components/periods/period-banner";
import { castSince } from "@/domain/people/since";
import { closedPeriodsBy } from "@/domain/periods/queries";
import { dayIn, lastDay } from "@/lib/time";

type Props = {
  event: { id: string; startsAt: Date; endsAt: Date; zone: string };
  /** What the page prints of the agenda with names and titles. */
  items: Parameters<typeof castSince>[0];
  at: Date;
};

/** What has become since of those an agenda names, and of the period its event belongs to. */
export async function EventBanners({ event, items, at }: Props) {
  const { id, startsAt, endsAt, zone } = event;
  const day = dayIn(startsAt, zone);
  const [since, closed] = await Promise.all([
    castSince(items, zone, at),
    closedPeriodsBy("event", [{ id, day }], dayIn(at, zone), at),
  ]);
  return (
    <div className="mb-6 space-y-4 empty:hidden">
      <PeriodBanner periods={closed.get(id)} />
      <OfficeBanner people={since} of="agenda" day={day} until={lastDay(startsAt, endsAt, zone)} />
    </div>
  );
}
