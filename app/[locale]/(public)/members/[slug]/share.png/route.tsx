import { getTranslations } from "next-intl/server";
import { noImage, shareImage } from "@/app/_request/share-image";
import { publicMember } from "@/domain/members/queries";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The picture of an organisation that is or was publicly a member. */
export async function GET(request: Request, { params }: Context) {
  const at = now();
  const { locale, slug } = await params;
  const member = isLocale(locale) ? await publicMember(slug, at) : undefined;
  if (!member || !isLocale(locale)) return noImage();
  const [kinds, t] = await Promise.all([
    getTranslations({ locale, namespace: "enums.organisationKind" }),
    getTranslations({ locale, namespace: "members" }),
  ]);
  const title = pick(member.name, locale).text;
  return shareImage(request, { kind: kinds(member.kind), title, facts: t("title") }, locale, at);
}
