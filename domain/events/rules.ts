import type { EventFormat, Localized, RegistrationPolicy } from "@/db/enums";

/** Where an event stands; computed, never stored. */
export type EventState = "draft" | "announced" | "under_way" | "ended" | "concluded" | "cancelled";

type Milestones = {
  startsAt: Date;
  endsAt: Date;
  announcedAt: Date | null;
  cancelledAt: Date | null;
  concludedAt: Date | null;
};

/** The state of an event at a moment: the records of the secretariat first, then the clock. */
export function eventState(event: Milestones, at: Date): EventState {
  if (event.cancelledAt) return "cancelled";
  if (event.concludedAt) return "concluded";
  if (!event.announcedAt || event.announcedAt > at) return "draft";
  if (at < event.startsAt) return "announced";
  return at < event.endsAt ? "under_way" : "ended";
}

type Announceable = Milestones & {
  title: Localized;
  format: EventFormat;
  city: Localized;
  registrationPolicy: RegistrationPolicy;
  registrationClosesAt: Date | null;
  hosts: number;
};

export type AnnouncingObstacle =
  | "no_title"
  | "no_place"
  | "no_host"
  | "over"
  | "cancelled"
  | "registration_closed";

/** What stands in the way of announcing an event; empty when nothing does. */
export function obstaclesToAnnouncing(event: Announceable, at: Date): AnnouncingObstacle[] {
  const obstacles: [AnnouncingObstacle, boolean][] = [
    ["no_title", Object.keys(event.title).length === 0],
    ["no_place", event.format !== "online" && Object.keys(event.city).length === 0],
    ["no_host", event.hosts === 0],
    ["over", event.endsAt <= at],
    ["cancelled", event.cancelledAt !== null],
    [
      "registration_closed",
      event.registrationPolicy !== "closed" &&
        event.registrationClosesAt !== null &&
        event.registrationClosesAt <= at,
    ],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

type Place = {
  startsAt: Date;
  endsAt: Date;
  zone: string;
  venue: string;
  city: Localized;
  country: string | null;
};

/** Whether participants must be told: the time, the zone or the place is another. */
export function moved(before: Place, after: Place): boolean {
  const where = ({ startsAt, endsAt, zone, venue, city, country }: Place) =>
    JSON.stringify([startsAt, endsAt, zone, venue, city.en ?? "", city.sv ?? "", country]);
  return where(before) !== where(after);
}
