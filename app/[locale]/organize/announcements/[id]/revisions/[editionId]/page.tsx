import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { RestoreStep } from "@/components/announcements/restore-step";
import { PictureFigure } from "@/components/announcements/rich-blocks";
import { RichText } from "@/components/announcements/rich-text";
import { Time } from "@/components/time";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { editionsOf } from "@/domain/announcements/organizer-queries";
import { groupProfile } from "@/domain/group/queries";
import { dayIn } from "@/lib/time";
import { restoreEditionAction } from "../../../actions";
import { announcementHere } from "../../announcement";

type Props = { params: Promise<{ id: string; editionId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements");
  return { title: t("revision") };
}

/** One revision as it was saved, and the step that makes it the draft again. */
export default async function RevisionPage({ params }: Props) {
  const { id, editionId } = await params;
  const { actor, announcement } = await announcementHere(id);
  if (!z.uuid().safeParse(editionId).success) notFound();
  const [t, enums, locale, group, { editions, speakers, shown }] = await Promise.all([
    getTranslations("announcements"),
    getTranslations("enums.locale"),
    getLocale(),
    groupProfile(),
    editionsOf(actor, id, [editionId]),
  ]);
  const [edition] = editions;
  if (!edition) notFound();
  const latest = announcement.latest[edition.locale];
  const at = { ...shown, base: `/${locale}/organize/media` };
  return (
    <Section
      title={t("revisionNumber", { language: enums(edition.locale), number: edition.number })}
      aside={<Time at={edition.savedAt} zone={group.zone} />}
    >
      <p className="mb-4 text-muted text-sm">{t("savedBy", { name: edition.savedByName })}</p>
      {can(actor, "announcement.edit") && latest && latest.id !== edition.id && (
        <RestoreStep
          values={{ id, locale: edition.locale, revisionId: edition.id, basedOn: latest.id }}
          action={restoreEditionAction}
        />
      )}
      <div lang={edition.locale} className="mt-6 max-w-4xl space-y-4 border border-rule bg-paper p-4">
        <p className="break-words font-semibold font-serif text-2xl">{edition.title}</p>
        <p className="whitespace-pre-line break-words font-serif text-lg">{edition.lead}</p>
        {edition.cover && <PictureFigure picture={edition.cover} shown={at} lang={edition.locale} />}
        {edition.dateline && <p className="font-medium text-sm">{edition.dateline}</p>}
        <RichText
          body={edition.body}
          lang={edition.locale}
          speakers={speakers}
          day={dayIn(edition.savedAt, group.zone)}
          shown={at}
        />
        {edition.pressContact && <p className="whitespace-pre-line text-sm">{edition.pressContact}</p>}
      </div>
    </Section>
  );
}
