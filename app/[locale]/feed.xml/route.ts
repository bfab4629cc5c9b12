import { getTranslations } from "next-intl/server";
import { announcementsForFeed } from "@/domain/announcements/queries";
import { groupProfile } from "@/domain/group/queries";
import { publicStatements } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { atomFeed } from "@/lib/feed";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { absolute, shortened } from "@/lib/seo";

type Context = { params: Promise<{ locale: string }> };

/** The latest announcements and statements, for programs that follow; in the language of the address where they have it. */
export async function GET(_: Request, { params }: Context) {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response("Not found", { status: 404 });
  const at = now();
  const [t, kinds, group, announcements, statements] = await Promise.all([
    getTranslations({ locale, namespace: "announcements" }),
    getTranslations({ locale, namespace: "enums.statementKind" }),
    groupProfile(),
    announcementsForFeed(locale, at),
    publicStatements(at),
  ]);
  const name = pick(group.name, locale).text;
  return atomFeed(
    {
      title: t("feedTitle", { name }),
      subtitle: t("feedLead"),
      author: name,
      self: absolute(`/${locale}/feed.xml`),
      home: absolute(`/${locale}/news`),
    },
    [
      ...announcements.map((one) => ({
        url: absolute(`/${one.locale}/news/${one.slug}`),
        title: one.title,
        summary: one.lead || shortened(one.text, 500),
        publishedAt: one.firstPublicAt,
        updatedAt: one.updatedAt,
        tags: one.tags,
      })),
      ...statements.slice(0, 50).map((one) => {
        const title = pick(one.title, locale);
        return {
          url: absolute(`/${title.lang}/statements/${one.slug}`),
          title: title.text,
          summary: kinds(one.kind),
          publishedAt: one.publicFrom,
          updatedAt: one.updatedAt,
        };
      }),
    ],
    at,
  );
}
