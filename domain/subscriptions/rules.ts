import type { AnnouncementKind, Locale } from "@/db/enums";
import { wasPublic } from "@/domain/announcements/rules";
import { addDays, dayIn, nearestInstant } from "@/lib/time";

/** Days in which the first mail's link confirms a subscription. */
export const confirmDays = 3;

/** The hour of the digest, where the group is. */
const digestTime = "07:00";

export type SubscriptionState = "asked" | "expired" | "confirmed" | "ended";

type Life = { askedAt: Date; confirmedAt: Date | null; endedAt: Date | null };

/** Until when what was asked for can be confirmed. */
export const confirmableUntil = ({ askedAt }: { askedAt: Date }) =>
  new Date(askedAt.getTime() + confirmDays * 86_400_000);

/** What a subscription is at a moment. */
export function subscriptionState(life: Life, at: Date): SubscriptionState {
  if (life.endedAt) return "ended";
  if (life.confirmedAt) return "confirmed";
  return confirmableUntil(life) > at ? "asked" : "expired";
}

/** An address as its own page shows it: enough to know it by, too little for whom the mail was passed on to. */
export function masked(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${name.slice(0, 1)}…@${host}`;
}

/** Whether somebody wants to be told of a kind; who names none wants all. */
export const wants = (kinds: readonly AnnouncementKind[], kind: AnnouncementKind) =>
  kinds.length === 0 || kinds.includes(kind);

/** The latest seven o'clock in the morning in a zone: what became public up to it is in the digest. */
export function digestDue(at: Date, zone: string): Date {
  const today = dayIn(at, zone);
  const due = nearestInstant(`${today}T${digestTime}`, zone);
  return due <= at ? due : nearestInstant(`${addDays(today, -1)}T${digestTime}`, zone);
}

/** A publication as far as it decides who is told of it. */
export type Told = {
  id: string;
  locale: Locale;
  publicFrom: Date;
  publishedAt: Date;
  withdrawnAt: Date | null;
  major: boolean;
};

/**
 * What a publication is to a reader of a language, at its instant and by what was known of the announcement then: the
 * first they hear of it, news again (a major change, or public anew), or nothing they are told of. They are told in
 * their own language where it is public or about to be; where there is none they are told in the other, once, and then
 * not again when their own comes.
 */
export function newsTo(reader: Locale, publication: Told, all: readonly Told[]): "first" | "again" | null {
  const at = publication.publicFrom;
  if (!publication.major || !wasPublic(publication, at)) return null;
  const known = all.filter((one) => one.id !== publication.id && one.publishedAt <= at);
  const before = known.filter((one) => one.major && wasPublic(one, at) && earlier(one, publication));
  const again = before.some((one) => one.locale === publication.locale);
  if (publication.locale !== reader) {
    const own = known.filter((one) => one.locale === reader);
    const stood = (one: Told) => !one.withdrawnAt || one.withdrawnAt > at || wasPublic(one, at);
    if (own.some(stood)) return null;
    return again ? "again" : "first";
  }
  if (again) return "again";
  return before.some((other) => toldInstead(other, publication)) ? null : "first";
}

const earlier = (one: Told, than: Told) =>
  one.publicFrom < than.publicFrom ||
  (one.publicFrom.getTime() === than.publicFrom.getTime() && one.publishedAt < than.publishedAt);

/** Whether readers of a language were told by the other one: theirs was not even planned at that moment. */
const toldInstead = (other: Told, own: Told) =>
  other.locale !== own.locale && own.publishedAt > other.publicFrom;
