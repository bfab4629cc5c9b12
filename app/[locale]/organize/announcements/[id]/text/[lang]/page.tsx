import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditionEditor } from "@/components/announcements/edition-editor";
import { can } from "@/domain/access/can";
import { editionsOf, speakerChoices } from "@/domain/announcements/organizer-queries";
import { isOutdated } from "@/domain/announcements/rules";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { dayIn } from "@/lib/time";
import { saveEditionAction } from "../../../actions";
import { announcementHere } from "../../announcement";

type Props = { params: Promise<{ id: string; lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  const [t, enums] = await Promise.all([getTranslations("announcements"), getTranslations("enums.locale")]);
  return isLocale(lang) ? { title: t("tabs.text", { language: enums(lang) }) } : {};
}

/** One language's text, to be written; a translation beside its original. */
export default async function EditionPage({ params }: Props) {
  const { id, lang } = await params;
  if (!isLocale(lang)) notFound();
  const { actor, announcement } = await announcementHere(id);
  if (!can(actor, "announcement.edit")) notFound();
  const { latest, originalId, original: source, publications } = announcement;
  const own = latest[lang];
  const of = source && source !== lang ? originalId : undefined;
  const [group, people, { editions }] = await Promise.all([
    groupProfile(),
    speakerChoices(actor),
    editionsOf(actor, id, [own?.id, of]),
  ]);
  const base = editions.find((edition) => edition.id === own?.id);
  const original = editions.find((edition) => edition.id === of);
  const live = publications.find((one) => one.locale === lang && !one.withdrawnAt);
  return (
    <EditionEditor
      key={lang}
      announcement={{ id, locale: lang }}
      base={base}
      original={original && { ...original, outdated: base !== undefined && isOutdated(base, originalId) }}
      speakers={{ people, day: dayIn(live?.publicFrom ?? now(), group.zone) }}
      action={saveEditionAction}
    />
  );
}
