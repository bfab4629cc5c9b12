import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { EditionEditor } from "@/components/announcements/edition-editor";
import { can } from "@/domain/access/can";
import { paired, placed } from "@/domain/announcements/blocks/rules";
import { editionsOf } from "@/domain/announcements/organizer-queries";
import { isLocale } from "@/lib/i18n/locale";
import { saveEditionAction } from "../../../actions";
import { editorChoices } from "../../../editor-choices";
import { announcementHere } from "../../announcement";
import { partsOf } from "../../parts";

type Props = { params: Promise<{ id: string; lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  const [t, enums] = await Promise.all([getTranslations("announcements"), getTranslations("enums.locale")]);
  return isLocale(lang) ? { title: t("tabs.text", { language: enums(lang) }) } : {};
}

/** One language's text, to be written; a translation beside its original, part by part. */
export default async function EditionPage({ params }: Props) {
  const { id, lang } = await params;
  if (!isLocale(lang)) notFound();
  const { actor, announcement } = await announcementHere(id);
  if (!can(actor, "announcement.edit")) notFound();
  const { latest, originalId, original: source, heads } = announcement;
  const own = latest[lang];
  const of = source && source !== lang ? originalId : undefined;
  const [locale, { editions, shown }] = await Promise.all([
    getLocale(),
    editionsOf(actor, id, [own?.id, of]),
  ]);
  const found = editions.find((edition) => edition.id === of);
  const original = found && { ...found, body: placed(found.body) };
  const written = editions.find((edition) => edition.id === own?.id);
  const base = written && {
    ...written,
    body: original ? paired(original.body, placed(written.body)) : placed(written.body),
  };
  const [choices, parts] = await Promise.all([
    editorChoices(actor, announcement, lang, locale, shown),
    original ? partsOf(actor, id, original, base) : [],
  ]);
  return (
    <EditionEditor
      key={lang}
      announcement={{ id, locale: lang }}
      base={base}
      original={original && { ...original, parts }}
      translated={heads.some((head) => head.locale !== lang)}
      choices={choices}
      keepAt={`/${locale}/organize/announcements/${id}/text/${lang}/keep`}
      action={saveEditionAction}
    />
  );
}
