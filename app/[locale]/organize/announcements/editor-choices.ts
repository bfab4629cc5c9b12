import "server-only";
import type { Locale } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import type { shownIn } from "@/domain/announcements/shown";
import { speakerChoices } from "@/domain/announcements/speaker-choices";
import { boilerplateChoices } from "@/domain/boilerplates/queries";
import { groupProfile } from "@/domain/group/queries";
import { mediaChoices } from "@/domain/media/queries";
import { now } from "@/lib/clock";
import { dayIn } from "@/lib/time";
import { draftFactBoxAction } from "./actions";

type About = {
  id: string;
  publications: readonly { locale: Locale; publicFrom: Date; withdrawnAt: Date | null }[];
};
type Shown = Awaited<ReturnType<typeof shownIn>>["shown"];

/** What can be put into one language's text, with whom and what is shown as of the day it is public. */
export async function editorChoices(actor: Actor, about: About, lang: Locale, locale: Locale, shown: Shown) {
  const [group, people, media, boilerplates] = await Promise.all([
    groupProfile(),
    speakerChoices(actor),
    mediaChoices(actor),
    boilerplateChoices(actor),
  ]);
  const live = about.publications.find((one) => one.locale === lang && !one.withdrawnAt);
  return {
    announcementId: about.id,
    lang,
    speakers: { people, day: dayIn(live?.publicFrom ?? now(), group.zone) },
    media,
    boilerplates,
    shown: { ...shown, base: `/${locale}/organize/media` },
    draftFactBox: draftFactBoxAction,
  };
}
