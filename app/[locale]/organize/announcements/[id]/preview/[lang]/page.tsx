import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AsPublished } from "@/app/_request/as-published";
import { Notice } from "@/components/ui/notice";
import { editionsOf } from "@/domain/announcements/organizer-queries";
import { isLocale } from "@/lib/i18n/locale";
import { announcementHere } from "../../announcement";

type Props = { params: Promise<{ id: string; lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  const [t, enums] = await Promise.all([getTranslations("announcements"), getTranslations("enums.locale")]);
  return isLocale(lang) ? { title: t("tabs.preview", { language: enums(lang) }) } : {};
}

/** The latest text of one language as it will be read: at the instant it is to be public, else as if it were now. */
export default async function AnnouncementPreviewPage({ params }: Props) {
  const { id, lang } = await params;
  if (!isLocale(lang)) notFound();
  const { actor, announcement } = await announcementHere(id);
  const head = announcement.latest[lang];
  if (!head) notFound();
  const [t, locale, { editions, speakers, shown }] = await Promise.all([
    getTranslations("announcements"),
    getLocale(),
    editionsOf(actor, id, [head.id]),
  ]);
  const [edition] = editions;
  if (!edition) notFound();
  return (
    <>
      <Notice className="mb-8">{t("previewLead")}</Notice>
      <div lang={lang} className="mx-auto max-w-5xl border border-rule bg-paper p-4 sm:p-8">
        <AsPublished
          announcement={announcement}
          edition={edition}
          speakers={speakers}
          shown={{ ...shown, base: `/${locale}/organize/media` }}
        />
      </div>
    </>
  );
}
