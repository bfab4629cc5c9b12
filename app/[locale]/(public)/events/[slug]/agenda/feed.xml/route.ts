import { getTranslations } from "next-intl/server";
import { publicChangelog } from "@/domain/agenda/public-releases";
import { publicEvent } from "@/domain/events/queries";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { atomFeed } from "@/lib/feed";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { absolute } from "@/lib/seo";
import { formatRange } from "@/lib/time";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The releases of a public event's agenda and what each changed, for programs that follow. */
export async function GET(_: Request, { params }: Context) {
  const at = now();
  const { locale, slug } = await params;
  const event = isLocale(locale) ? await publicEvent(slug, at) : undefined;
  if (!event || !isLocale(locale)) return new Response("Not found", { status: 404 });
  const [t, group, { entries }] = await Promise.all([
    getTranslations({ locale, namespace: "agenda.changes" }),
    groupProfile(),
    publicChangelog(event.id, at),
  ]);
  const base = `/${locale}/events/${slug}/agenda`;
  const lineOf = ({ kinds, before, after }: (typeof entries)[number]["changes"][number]) => {
    const item = after ?? before;
    if (!item) return [];
    const when = formatRange(item.startsAt, item.endsAt, event.zone, locale);
    return [
      `${kinds.map((kind) => t(`kind.${kind}`)).join(", ")}: ${pick(item.title, locale).text}, ${when}`,
    ];
  };
  return atomFeed(
    {
      title: `${t("title")}: ${pick(event.title, locale).text}`,
      subtitle: t("lead"),
      author: pick(group.name, locale).text,
      self: absolute(`${base}/feed.xml`),
      home: absolute(`${base}/changes`),
    },
    entries.map((entry) => ({
      url: absolute(`${base}/releases/${entry.number}`),
      title: t("release", { number: entry.number }),
      summary: [
        pick(entry.note, locale).text,
        entry.againOf === null ? "" : t("againOf", { number: entry.againOf }),
        ...entry.changes.flatMap(lineOf),
      ]
        .filter(Boolean)
        .join("\n"),
      publishedAt: entry.releasedAt,
      updatedAt: entry.releasedAt,
    })),
    at,
  );
}
