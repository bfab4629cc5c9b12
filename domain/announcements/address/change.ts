import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementAddresses } from "@/db/schema/announcement-publishing";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { slugFrom } from "@/domain/slug";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { latestEdition, lockAnnouncement, publicationsOf } from "../lock";
import { wasPublic } from "../rules";
import { addressesOf } from "./find";
import type { AddressInput } from "./input";
import { reserve } from "./reserve";
import { addressIn } from "./rules";

/**
 * Gives one language an address of its own, or with an empty one that of the announcement. The address of a text that
 * was public leads to the new one for good. Refuses `stale` with theirs, `slug_taken`, `slug_needed` where the title
 * makes none, `address_shown` to who may not publish.
 */
export async function changeAddress(actor: Actor, input: AddressInput, at = now()) {
  const { id, locale } = input;
  return db().transaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, id);
    ensure(actor, "announcement.edit");
    const addresses = await addressesOf(tx, id);
    const own = addresses.find((one) => one.locale === locale && one.present)?.slug ?? "";
    if (own !== input.was) throw new Refusal("stale", {}, { theirs: { slug: own } });
    const wanted = input.ofTitle ? await ofTitle(tx, id, locale) : input.slug;
    const next = wanted === announcement.slug ? "" : wanted;
    if (next === own) return { slug: own };
    const shown = (await publicationsOf(tx, id)).some((one) => one.locale === locale && wasPublic(one, at));
    if (shown && !can(actor, "announcement.publish")) throw new Refusal("address_shown");
    if (next !== "") await reserve(tx, next, id);
    const left = addressIn(addresses, announcement.slug, locale);
    await move(tx, { id, locale, own, next, left: shown ? left : "", back: next || announcement.slug }, at);
    await record(tx, actor, {
      action: "announcement.edit",
      subject: ["announcement", id],
      eventId: announcement.eventId,
      at,
      details: { changed: ["address"], language: locale },
    });
    return { slug: next };
  });
}

async function ofTitle(tx: Transaction, id: string, locale: Locale) {
  const latest = await latestEdition(tx, id, locale);
  const slug = slugFrom(latest?.title ?? "");
  if (slug === "") throw new Refusal("slug_needed");
  return slug;
}

type Move = { id: string; locale: Locale; own: string; next: string; left: string; back: string };

/** Writes the present address, and keeps the one that is left where it was ever public at it. */
async function move(tx: Transaction, { id, locale, own, next, left, back }: Move, at: Date) {
  const of = (slug: string) =>
    and(
      eq(announcementAddresses.announcementId, id),
      eq(announcementAddresses.locale, locale),
      eq(announcementAddresses.slug, slug),
    );
  if (own !== "") await tx.delete(announcementAddresses).where(of(own));
  // One that it comes back to is no former one any more.
  await tx.delete(announcementAddresses).where(of(back));
  const row = { announcementId: id, locale, since: at };
  if (left !== "") await tx.insert(announcementAddresses).values({ ...row, slug: left, present: false });
  if (next !== "") await tx.insert(announcementAddresses).values({ ...row, slug: next, present: true });
}
