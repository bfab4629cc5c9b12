import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AnnouncementArticle } from "@/components/announcements/announcement-article";
import { Treaty } from "@/components/statements/treaty";
import { Time } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { groupProfile } from "@/domain/group/queries";
import type { embargoedAnnouncement } from "@/domain/press-links/embargoed-announcement";
import { openPressLink } from "@/domain/press-links/open";
import { embargoZones } from "@/domain/press-links/rules";
import { now } from "@/lib/clock";
import { answerWith } from "@/lib/http/status";
import { limit } from "@/lib/rate-limit";
import { Refusal } from "@/lib/refusal";

type Props = { params: Promise<{ token: string }> };

const rooms = { statement: "statements", announcement: "news" } as const;

/** Enough for an editorial office behind one address, too little for a program. */
const perPeer = { name: "press:peer", points: 60, seconds: 600 };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("press");
  return { title: t("page"), robots: { index: false, follow: false } };
}

/** A text under embargo, behind a journalist's own link; once it is public the link leads to its page. */
export default async function PressPage({ params }: Props) {
  const [{ token }, locale, t] = await Promise.all([params, getLocale(), getTranslations("press")]);
  if (!(await mayAsk())) return <Notice tone="warning">{t("tooMany")}</Notice>;
  const read = await openPressLink(token, locale, now());
  if (!read) notFound();
  if ("slug" in read) redirect(`/${locale}/${rooms[read.of]}/${read.slug}` as never);
  const { embargo, recipient } = read;
  return (
    <div className="space-y-8 [overflow-wrap:anywhere]">
      <Notice tone="danger" title={t("banner")}>
        <p>{t("bannerText", { name: recipient })}</p>
        <ul>
          {embargoZones(embargo.zone).map((zone) => (
            <li key={zone} className="font-medium">
              <Time at={embargo.until} zone={zone} />
            </li>
          ))}
        </ul>
      </Notice>
      {"text" in read ? (
        <article className="space-y-8">
          <h1 lang={read.text.locale} className="mx-auto max-w-[24ch] text-center text-4xl">
            {read.text.title}
          </h1>
          <Treaty lang={read.text.locale} paragraphs={read.text.paragraphs} />
        </article>
      ) : (
        <>
          <p className="text-sm">
            <a className="link inline-block py-0.5" href={`/${locale}/press/${token}/press-kit.zip`}>
              {t("kit.download")}
            </a>
          </p>
          <Announcement {...read.announcement} base={`/${locale}/press/${token}/media`} />
        </>
      )}
    </div>
  );
}

type AnnouncementProps = NonNullable<Awaited<ReturnType<typeof embargoedAnnouncement>>>;

/** An announcement exactly as the public will read it. */
async function Announcement({
  piece,
  speakers,
  shown,
  day,
  joining,
  counts,
  base,
}: AnnouncementProps & { base: string }) {
  const group = await groupProfile();
  return (
    <AnnouncementArticle
      piece={piece}
      shown={{ ...shown, base }}
      speakers={speakers}
      day={day}
      facts={{ counts, joining }}
      group={group}
    />
  );
}

/** Counts an opening by whoever sends it; a program that tries links is answered 429. */
async function mayAsk() {
  try {
    await limit(perPeer, (await headers()).get("x-plenary-peer") ?? "");
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answerWith(429);
    return false;
  }
}
