import "server-only";
import { type Zippable, zipSync } from "fflate";
import { drawStatement } from "@/app/[locale]/(public)/statements/[slug]/pdf/draw";
import { type Locale, locales } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import { kitLogos } from "@/domain/announcements/kit-logos";
import { kitPictures } from "@/domain/announcements/kit-pictures";
import { publicAnnouncement, publicAnnouncementsAmong } from "@/domain/announcements/queries";
import { groupProfile } from "@/domain/group/queries";
import { publicDirectory } from "@/domain/members/queries";
import { openPressLink } from "@/domain/press-links/open";
import { embargoZones } from "@/domain/press-links/rules";
import { print } from "@/domain/statements/print";
import { publicStatementsOfEvent } from "@/domain/statements/queries";
import { absolute } from "@/lib/seo";
import { dayIn, formatInstant } from "@/lib/time";
import { drawnSheet } from "./drawn-sheet";
import { factSheet } from "./fact-sheet";
import { plainAnnouncement, printedAnnouncement } from "./printed-announcement";

const house: Actor = { kind: "system", name: "the system" };

/** A file of the kit, where it is in it, and whether it is packed already. */
type Part = [path: string, content: Uint8Array, packed?: boolean];

/**
 * What an editorial office needs of an announcement as one zip file: the text in each language it is public in, as PDF
 * and to copy from; the public statements of its event; facts about the group as of today; its pictures; the logos of
 * the group and of the members it is about. Each part asks for itself what is public at the moment; nothing where the
 * announcement is not.
 */
export async function pressKit(slug: string, locale: Locale, at: Date): Promise<Uint8Array | undefined> {
  const announcement = await publicAnnouncement(slug, locale, at);
  if (!announcement) return undefined;
  const { id, event, eventId, published } = announcement;
  const group = await groupProfile();
  const parts = [
    ...(await texts(id, published, group, at)),
    ...(event && eventId ? await statements(eventId, at) : []),
    ...(await facts(published, group, at)),
    ...(await kitPictures(id, at)).map(({ name, content }): Part => [`pictures/${name}`, content, true]),
    ...(await logos(id, at)),
  ];
  return zipped(parts, at);
}

/**
 * The same for whoever holds a link to an announcement under embargo: the text, with its embargo before everything else,
 * and facts and logos as of today. What else becomes public with it is not in it.
 */
export async function embargoedKit(token: string, locale: Locale, at: Date): Promise<Uint8Array | undefined> {
  const read = await openPressLink(token, locale, at);
  if (!read || !("announcement" in read)) return undefined;
  const { embargo, announcement } = read;
  const group = await groupProfile();
  const { id, piece, speakers, day } = announcement;
  const lang = piece.locale;
  const paper = {
    ...piece,
    speakers,
    day,
    group,
    pressContact: piece.pressContact || group.pressContact,
    embargo: embargoZones(embargo.zone).map((zone) => formatInstant(embargo.until, zone, lang)),
    address: absolute(`/${lang}/news`),
    madeAt: at,
  };
  return zipped(
    [
      [`embargoed-${lang}.pdf`, await drawnSheet(printedAnnouncement(paper)), true],
      [`embargoed-${lang}.txt`, new TextEncoder().encode(plainAnnouncement(paper))],
      ...(await facts([lang], group, at)),
      ...(await logos(id, at)),
    ],
    at,
  );
}

function zipped(parts: readonly Part[], at: Date): Uint8Array {
  const files: Zippable = {};
  for (const [path, content, packed] of parts) files[path] = [content, { level: packed ? 0 : 6, mtime: at }];
  return zipSync(files);
}

/** A kit as the answer to a request: nobody keeps a copy. */
export function kitAnswer(kit: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(kit), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}.zip"`,
      "cache-control": "no-store",
    },
  });
}

type Group = Awaited<ReturnType<typeof groupProfile>>;

async function texts(id: string, languages: readonly Locale[], group: Group, at: Date): Promise<Part[]> {
  const parts: Part[] = [];
  for (const locale of languages) {
    const [known] = await publicAnnouncementsAmong([id], locale, at);
    const text = known && (await publicAnnouncement(known.slug, locale, at));
    if (!text || text.locale !== locale) continue;
    const piece = {
      ...text,
      pressContact: text.pressContact || group.pressContact,
      day: dayIn(text.firstPublicAt, group.zone),
      address: absolute(`/${locale}/news/${text.slug}`),
      group,
      madeAt: text.publicFrom,
    };
    const name = `${text.slug}-${locale}`;
    parts.push([`${name}.pdf`, await drawnSheet(printedAnnouncement(piece)), true]);
    parts.push([`${name}.txt`, new TextEncoder().encode(plainAnnouncement(piece))]);
  }
  return parts;
}

async function logos(id: string, at: Date): Promise<Part[]> {
  return (await kitLogos(id, at)).map(({ name, content }) => [`logos/${name}`, content, true]);
}

async function statements(eventId: string, at: Date): Promise<Part[]> {
  const parts: Part[] = [];
  for (const { slug, title } of await publicStatementsOfEvent(eventId, at)) {
    for (const locale of locales.filter((one) => title[one])) {
      const { content } = await print(house, { slug, locale }, drawStatement, at);
      parts.push([`statements/${slug}-${locale}.pdf`, content, true]);
    }
  }
  return parts;
}

async function facts(languages: readonly Locale[], group: Group, at: Date): Promise<Part[]> {
  const day = dayIn(at, group.zone);
  const { members } = await publicDirectory(day, at);
  const parts: Part[] = [];
  for (const locale of languages) {
    const sheet = factSheet({ locale, group, members, day, at });
    parts.push([`facts-${locale}.pdf`, await drawnSheet(sheet), true]);
  }
  return parts;
}
