import { JsonLd } from "@/components/seo/json-ld";
import type { AnnouncementKind, Locale } from "@/db/enums";
import { plainText, type RichBody } from "@/domain/announcements/text/rules";
import { absolute, shortened } from "@/lib/seo";

/** What each kind is to machines that read the page. */
const articleTypes: Record<AnnouncementKind, string> = {
  new_member: "NewsArticle",
  press_release: "NewsArticle",
  article: "Article",
  brief: "Report",
  event_report: "Report",
  video: "Article",
  process: "Article",
};

type Props = {
  piece: {
    kind: AnnouncementKind;
    locale: Locale;
    title: string;
    lead: string;
    body: RichBody;
    tags: readonly string[];
    authors: readonly string[];
    firstPublicAt: Date;
    updatedAt: Date;
  };
  /** Its address. */
  base: string;
  publisher: string;
};

/** What a public announcement is, for machines that read the page. */
export function ArticleData({ piece, base, publisher }: Props) {
  const film = piece.body.content.find((block) => block.type === "video");
  const published = piece.firstPublicAt.toISOString();
  const video = film && {
    "@type": "VideoObject",
    name: film.attrs.title,
    uploadDate: published,
    url: film.attrs.mediaId ? absolute(`${base}/media/${film.attrs.mediaId}`) : film.attrs.href,
  };
  const author = piece.authors.map((name) => ({ "@type": "Person", name }));
  return (
    <JsonLd
      thing={{
        "@type": articleTypes[piece.kind],
        headline: shortened(piece.title, 110),
        description: shortened(piece.lead || plainText(piece.body)),
        inLanguage: piece.locale,
        datePublished: published,
        dateModified: piece.updatedAt.toISOString(),
        mainEntityOfPage: absolute(base),
        keywords: piece.tags,
        ...(video ? { video } : {}),
        ...(author.length > 0 ? { author } : {}),
        publisher: { "@type": "Organization", name: publisher },
      }}
    />
  );
}
