import type { Localized } from "@/db/enums";
import type { Speaker } from "@/domain/announcements/text/rules";
import { type Appointment, mayBeNamed, titleOn } from "@/domain/people/rules";

/** A person who is quoted, with every office they held. */
export type Quoted = {
  id: string;
  name: string;
  courtesyTitle: string;
  namingConsentedAt: Date | null;
  held: readonly (Appointment & { title: Localized })[];
};

/**
 * Who a quote is printed as having said it, on a day: the name as given and the office held that day. What was typed
 * as the office stands before it; a person who may not be named then is not.
 */
export function printed(quote: Speaker, people: readonly Quoted[], day: string) {
  if (!quote.personId) return { name: quote.speaker, office: quote.office, title: undefined };
  const person = people.find((one) => one.id === quote.personId);
  if (!person || !mayBeNamed(person, person.held, day))
    return { name: "", office: quote.office, title: undefined };
  const name = [person.courtesyTitle, person.name].filter(Boolean).join(" ");
  return { name, office: quote.office, title: quote.office ? undefined : titleOn(person.held, day) };
}
