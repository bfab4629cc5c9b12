import { ICalAttendeeStatus, ICalCalendarMethod } from "ical-generator";
import type { MailAttachment } from "@/db/schema/mails";
import { env } from "@/lib/env";
import { addEntry, type CalendarEntry, calendar } from "./calendar";

type Invitation = CalendarEntry & {
  attendee: { name: string; address: string };
  organizer: { name: string; address: string };
  /** REQUEST puts it into the attendee's calendar or updates it there; CANCEL takes it out (RFC 5546). */
  method: "REQUEST" | "CANCEL";
};

/** The calendar file that goes with a mail to one participant. */
export function eventInvitation({ attendee, organizer, method, ...entry }: Invitation): MailAttachment {
  const file = calendar(undefined, ICalCalendarMethod[method]);
  const event = addEntry(file, { ...entry, cancelled: method === "CANCEL" });
  event.organizer({ name: quotable(organizer.name), email: organizer.address });
  event.createAttendee({
    name: quotable(attendee.name),
    email: attendee.address,
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  });
  return {
    filename: "event.ics",
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: file.toString(),
  };
}

/** A parameter value cannot hold a double quote (RFC 5545, 3.1). */
export const quotable = (name: string) => name.replaceAll('"', "'");

/** The address events are organized from, as calendars show it. */
export function organizerAddress(): string {
  return /<([^<>]+)>\s*$/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM;
}
