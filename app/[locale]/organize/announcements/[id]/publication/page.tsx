import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { createPressLinkAction, revokePressLinkAction, sendToListAction } from "@/app/_request/press-links";
import { PublishStep } from "@/components/announcements/publication-steps";
import { EarlyAccess } from "@/components/press/early-access";
import { PreviewLinkForm, PreviewLinkList } from "@/components/preview-links/preview-links";
import { Section } from "@/components/ui/section";
import { locales } from "@/db/enums";
import { can } from "@/domain/access/can";
import { editionsOf } from "@/domain/announcements/organizer-queries";
import { allPublicAnnouncements } from "@/domain/announcements/queries";
import { groupProfile } from "@/domain/group/queries";
import { pressLinksOf } from "@/domain/press-links/queries";
import { underEmbargo } from "@/domain/press-links/rules";
import { listWithoutLink } from "@/domain/press-links/send-to-list";
import { previewLinksOf } from "@/domain/preview-links/queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { dayIn } from "@/lib/time";
import { Backdated } from "../../../people/periods/backdated";
import { publishAnnouncementAction } from "../../actions";
import { announcementHere } from "../announcement";
import { createPreviewLinkAction, revokePreviewLinkAction } from "./actions";
import { PublicationOfLanguage } from "./language";
import { publishingStates } from "./states";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements");
  return { title: t("tabs.publication") };
}

/** Choices of where a text that is taken back leads. */
const mostOthers = 300;

/** What each language is to the public, and the steps from there. */
export default async function AnnouncementPublicationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const at = now();
  const { actor, announcement } = await announcementHere(id);
  const { latest, publications, ready, spells } = announcement;
  const ids = locales.flatMap((one) => [latest[one]?.id, ready[one]?.id]);
  const [t, locale, group, whole, pressLinks, waiting] = await Promise.all([
    getTranslations("announcements"),
    getLocale(),
    groupProfile(),
    editionsOf(actor, id, ids),
    pressLinksOf(actor, { of: "announcement", id }, at),
    listWithoutLink(actor, { of: "announcement", id }),
  ]);
  const [published, links] = await Promise.all([
    allPublicAnnouncements(locale, at, mostOthers),
    previewLinksOf(actor, id, at),
  ]);
  const written = locales.filter((one) => latest[one]);
  const others = published.filter((one) => one.id !== id).map((one) => ({ value: one.id, label: one.title }));
  const announced = spells.filter((spell) => !spell.publicFrom || spell.publicFrom > at);
  const names =
    announcement.kind === "new_member" ? announced.map((spell) => pick(spell.name, locale).text) : [];
  const states = publishingStates(announcement, whole, { at, day: dayIn(at, group.zone) });
  const open = states.filter((one) => one.offered && one.obstacles.length === 0);
  const zone = announcement.event?.zone ?? group.zone;
  const common = { id, revision: announcement.revision, zone, names, action: publishAnnouncementAction };
  const embargoed = underEmbargo(publications, at).length > 0;
  return (
    <div className="space-y-10">
      <Backdated id={id} />
      {can(actor, "announcement.publish") && open.length === locales.length && (
        <PublishStep
          key={open.map((one) => one.offered?.id).join()}
          {...common}
          languages={open.map((one) => one.lang)}
          label={t("publish.both")}
          seen={open.flatMap((one) => one.offered?.id ?? [])}
          obstacles={[]}
          follows={open.filter((one) => one.current).map((one) => one.lang)}
        />
      )}
      {states.map((state) => (
        <PublicationOfLanguage
          key={state.lang}
          state={state}
          announcement={announcement}
          actor={actor}
          common={common}
          others={others}
        />
      ))}
      {can(actor, "announcement.preview") && (
        <Section title={t("previewLinks.title")}>
          <div className="space-y-4">
            <p className="measure text-sm">{t("previewLinks.lead")}</p>
            <PreviewLinkList id={id} links={links} zone={group.zone} action={revokePreviewLinkAction} />
            {written.length > 0 && (
              <PreviewLinkForm id={id} languages={written} action={createPreviewLinkAction} />
            )}
          </div>
        </Section>
      )}
      {can(actor, "press-link.create") && (embargoed || pressLinks.length > 0) && (
        <EarlyAccess
          target={{ of: "announcement", id }}
          links={pressLinks}
          zone={zone}
          embargoed={embargoed}
          waiting={waiting}
          actions={{
            create: createPressLinkAction,
            revoke: revokePressLinkAction,
            sendToList: sendToListAction,
          }}
        />
      )}
    </div>
  );
}
