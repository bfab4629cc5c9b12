import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AsPublished } from "@/app/_request/as-published";
import { Time } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { groupProfile } from "@/domain/group/queries";
import { openPreviewLink } from "@/domain/preview-links/queries";
import { now } from "@/lib/clock";
import { answerWith } from "@/lib/http/status";
import { limit } from "@/lib/rate-limit";
import { Refusal } from "@/lib/refusal";

type Props = { params: Promise<{ token: string }> };

/** Enough for an office behind one address, too little for a program that tries links. */
const perPeer = { name: "preview:peer", points: 60, seconds: 600 };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements.previewLinks");
  return { title: t("page"), robots: { index: false, follow: false } };
}

/** A draft behind a private link, as it will be read; once its language is public the link leads to its page. */
export default async function PreviewPage({ params }: Props) {
  const [{ token }, t] = await Promise.all([params, getTranslations("announcements.previewLinks")]);
  if (!(await mayAsk())) return <Notice tone="warning">{t("tooMany")}</Notice>;
  const read = await openPreviewLink(token, now());
  if (!read) notFound();
  if ("slug" in read) redirect(`/${read.locale}/news/${read.slug}` as never);
  const { announcement, edition, speakers, shown, expiresAt } = read;
  const { zone } = await groupProfile();
  return (
    <>
      <Notice tone="warning" className="mb-8" title={t("banner")}>
        <p>
          {t("bannerText")} <Time at={expiresAt} zone={zone} />
        </p>
      </Notice>
      <h1 className="sr-only">{t("page")}</h1>
      <div lang={edition.locale} className="[overflow-wrap:anywhere]">
        <AsPublished
          announcement={announcement}
          edition={edition}
          speakers={speakers}
          outside
          shown={{ ...shown, base: `/${edition.locale}/preview/${token}/media` }}
        />
      </div>
    </>
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
