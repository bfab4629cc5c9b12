import { getTranslations } from "next-intl/server";
import { noImage, shareImage } from "@/app/_request/share-image";
import { publicAnnouncement } from "@/domain/announcements/queries";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { dayIn, formatDay } from "@/lib/time";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The picture of a public announcement, in the language in which it is read here. */
export async function GET(request: Request, { params }: Context) {
  const at = now();
  const { locale: asked, slug } = await params;
  const piece = isLocale(asked) ? await publicAnnouncement(slug, asked, at) : undefined;
  if (!piece) return noImage();
  const { locale, kind, title, firstPublicAt } = piece;
  const [kinds, group] = await Promise.all([
    getTranslations({ locale, namespace: "enums.announcementKind" }),
    groupProfile(),
  ]);
  const facts = formatDay(dayIn(firstPublicAt, group.zone), locale);
  return shareImage(request, { kind: kinds(kind), title, facts }, locale, at);
}
