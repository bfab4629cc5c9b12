import { getLocale, getTranslations } from "next-intl/server";
import { AnnouncementForm } from "@/components/announcements/announcement-form";
import { Gaps } from "@/components/announcements/gaps";
import { Time } from "@/components/time";
import { Section } from "@/components/ui/section";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { locales } from "@/db/enums";
import { can } from "@/domain/access/can";
import { editionsOf } from "@/domain/announcements/organizer-queries";
import { gapsOf } from "@/domain/announcements/rules";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { BelongsTo } from "../../people/periods/belongs";
import { editAnnouncementAction } from "../actions";
import { choicesFor } from "../choices";
import { announcementHere } from "./announcement";

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
  const gaps = locales.map((one) => ({
    language: enums(one),
    gaps: gapsOf({
      edition: editions.find((edition) => edition.locale === one),
      originalId: announcement.originalId,
      pressContact: announcement.pressContact || group.pressContact,
    }),
  }));
  return (
    <div className="space-y-10">
      <Gaps languages={gaps} />
      <Section title={t("revisions")}>
        <Table label={t("revisions")}>
          <thead>
            <tr>
              <Th>{t("revision")}</Th>
              <Th>{t("form.title")}</Th>
              <Th>{t("saved")}</Th>
              <Th>{t("by")}</Th>
            </tr>
          </thead>
          <tbody>
            {announcement.heads.map((head) => (
              <Tr key={head.id}>
                <Td className="whitespace-nowrap">
                  {t("revisionNumber", { language: enums(head.locale), number: head.number })}
                </Td>
                <Td lang={head.locale}>{head.title}</Td>
                <Td className="tabular-nums">
                  <Time at={head.savedAt} zone={group.zone} />
                </Td>
                <Td>{head.savedByName}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
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
              pressContact: announcement.pressContact,
            }}
            {...choices}
            action={editAnnouncementAction}
          />
        </Section>
      )}
      <BelongsTo actor={actor} of="announcement" id={id} />
    </div>
  );
}
