import { eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { type Locale, locales } from "@/db/enums";
import { announcementPublications, announcements } from "@/db/schema/announcements";
import { afterwards, editionsOf } from "@/domain/publication/editions/rules";
import { isPublic } from "@/domain/publication/rules";
import { addressesOf, ownerOf } from "./address/find";
import { addressIn, answerAt } from "./address/rules";
import { publicationsOf } from "./lock";
import { publicAnnouncement, wholeText } from "./queries";

/** Everything ever published of an announcement, with its addresses. */
async function lifeOf(id: string, at: Date) {
  const [[row], addresses, publications] = await Promise.all([
    db().select({ base: announcements.slug }).from(announcements).where(eq(announcements.id, id)),
    addressesOf(db(), id),
    publicationsOf(db(), id),
  ]);
  const published = locales.filter((one) =>
    publications.some((publication) => publication.locale === one && isPublic(publication, at)),
  );
  return { addresses, base: row?.base ?? "", publications, published };
}

/**
 * What is read at an address of an announcement by readers of a language: the text (theirs, else the other, and where
 * all of it was withdrawn the text as it was with the reason), another address, that it is gone, or nothing at all, as
 * before its instant and as for what never was.
 */
export async function readAnnouncement(slug: string, locale: Locale, at: Date) {
  const id = await ownerOf(db(), slug);
  if (!id) return undefined;
  const life = await lifeOf(id, at);
  const own = afterwards(ofLanguage(life.publications, locale), at);
  // A language that was merged into another piece leads there, though the other language is still read here.
  if (!life.published.includes(locale) && own.kind === "leads") {
    const target = await addressFrom(own.toId, locale, at);
    if (target) return { kind: "elsewhere" as const, slug: target, forGood: true };
  }
  const answer = answerAt(slug, locale, life);
  if (answer?.kind === "elsewhere") return answer;
  if (answer) {
    const text = await publicAnnouncement(slug, locale, at);
    const taken =
      own.kind === "withdrawn" && answer.locale !== locale ? lastTaken(life.publications, locale) : null;
    return text && { kind: "text" as const, announcement: text, taken, isWithdrawn: false };
  }
  return withdrawnOf(slug, locale, life, at);
}

type Life = Awaited<ReturnType<typeof lifeOf>>;
type Publication = Life["publications"][number];

const ofLanguage = (publications: readonly Publication[], locale: Locale) =>
  publications.filter((one) => one.locale === locale);

/** The publication of a language that was withdrawn last. */
const lastTaken = (publications: readonly Publication[], locale: Locale) =>
  ofLanguage(publications, locale)
    .filter(
      (one) => one.withdrawalKind === "withdrawn" && one.withdrawnAt && one.publicFrom < one.withdrawnAt,
    )
    .toSorted((a, b) => Number(a.withdrawnAt) - Number(b.withdrawnAt))
    .at(-1) ?? null;

/** What is left at an address nothing public is at any more. */
async function withdrawnOf(slug: string, locale: Locale, life: Life, at: Date) {
  const { publications, addresses, base } = life;
  const after = afterwards(publications, at);
  if (after.kind === "gone") return { kind: "gone" as const };
  if (after.kind === "leads") {
    const target = await addressFrom(after.toId, locale, at);
    return target ? { kind: "elsewhere" as const, slug: target, forGood: true } : { kind: "gone" as const };
  }
  if (after.kind !== "withdrawn") return undefined;
  const readable = locales.filter(
    (one) => afterwards(ofLanguage(publications, one), at).kind === "withdrawn",
  );
  const answer = answerAt(slug, locale, { addresses, base, published: readable });
  if (!answer || answer.kind === "elsewhere") return answer;
  const taken = lastTaken(publications, answer.locale);
  if (!taken) return undefined;
  const text = await wholeText(inArray(announcementPublications.id, [taken.id]), at);
  return text && { kind: "text" as const, announcement: text, taken, isWithdrawn: true };
}

/** The address at which readers of a language read an announcement, or whatever it led to itself; nothing where it is gone. */
async function addressFrom(
  id: string,
  locale: Locale,
  at: Date,
  seen = new Set<string>(),
): Promise<string | undefined> {
  if (seen.has(id)) return undefined;
  seen.add(id);
  const { addresses, base, published, publications } = await lifeOf(id, at);
  const shown = published.includes(locale) ? locale : published[0];
  if (shown) return addressIn(addresses, base, shown);
  const after = afterwards(publications, at);
  if (after.kind === "withdrawn") return addressIn(addresses, base, locale);
  return after.kind === "leads" ? addressFrom(after.toId, locale, at, seen) : undefined;
}

/** The editions of one language of an announcement that may be known of, oldest first; the last is the present one. */
export async function publicEditions(announcementId: string, locale: Locale, at: Date) {
  const publications = ofLanguage(await publicationsOf(db(), announcementId), locale);
  return editionsOf(publications, at).map(({ edition, publicFrom, zone, changeNote, major }) => ({
    edition,
    publicFrom,
    zone,
    changeNote,
    major,
  }));
}
