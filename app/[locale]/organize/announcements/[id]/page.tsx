import { getLocale, getTranslations } from "next-intl/server";
import { AnnouncementForm } from "@/components/announcements/announcement-form";
import { Gaps } from "@/components/announcements/gaps";
import { Revisions } from "@/components/announcements/revisions";
import { Section } from "@/components/ui/section";
import { locales } from "@/db/enums";
import { can } from "@/domain/access/can";
import { paired, placed } from "@/domain/announcements/blocks/rules";
import { editionsOf } from "@/domain/announcements/organizer-queries";
import { gapsOf } from "@/domain/announcements/rules";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { BelongsTo } from "../../people/periods/belongs";
import { editAnnouncementAction } from "../actions";
import { announcementsRoom, choicesFor } from "../choices";
import { Addresses } from "./addresses";
import { announcementHere } from "./announcement";
import { partsIn } from "./parts";

/** What the announcement is, what readers might miss in each language, and every revision of its texts. */
export default async function AnnouncementOverviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, announcement } = await announcementHere(id);
  const locale = await getLocale();
  const ids = locales.map((one) => announcement.latest[one]?.id);
  const [t, enums, group, choices, { editions }] = await Promise.all([
    getTranslations("announcements"),
    getTranslations("enums.locale"),
    groupProfile(),
    choicesFor(actor, locale, now()),
    editionsOf(actor, id, ids),
  ]);
  const found = editions.find((edition) => edition.id === announcement.originalId);
  const original = found && { ...found, body: placed(found.body) };
  const gaps = locales.map((one) => {
    const edition = editions.find((other) => other.locale === one);
    if (!edition || !original || edition.id === original.id)
      return { language: enums(one), gaps: gapsOf(edition && { ...edition, parts: [] }) };
    const body = paired(original.body, placed(edition.body));
    const parts = partsIn(original, { ...edition, body });
    return { language: enums(one), gaps: gapsOf({ ...edition, parts }, original) };
  });
  return (
    <div className="space-y-10">
      <Gaps languages={gaps} />
      <Section title={t("revisions")}>
        <Revisions heads={announcement.heads} base={`${announcementsRoom(locale)}/${id}`} zone={group.zone} />
      </Section>
      {can(actor, "announcement.edit") && (
        <Section title={t("facts.title")}>
          <AnnouncementForm
            values={{
              id,
              revision: announcement.revision,
              kind: announcement.kind,
              slug: announcement.slug,
              eventId: announcement.eventId ?? "",
              membershipIds: announcement.spells.map((spell) => spell.id).toSorted(),
              tags: announcement.tags.join(", "),
            }}
            {...choices}
            action={editAnnouncementAction}
          />
        </Section>
      )}
      {can(actor, "announcement.edit") && <Addresses announcement={announcement} />}
      <BelongsTo actor={actor} of="announcement" id={id} />
    </div>
  );
}
