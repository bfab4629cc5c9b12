import { FileText, Film } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { Locale, MediaKind } from "@/db/enums";
import {
  type Cover,
  isVideoLink,
  type Picture,
  type Reused,
  type Video,
} from "@/domain/announcements/text/rules";
import { type Version, versionIn } from "@/domain/boilerplates/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";

/** What texts show beside their own words. */
export type Shown = {
  media: readonly {
    id: string;
    kind: MediaKind;
    name: string;
    width: number | null;
    height: number | null;
  }[];
  boilerplates: readonly Version[];
};

/** With the address under which pictures and files are read: through the public text, or in the workspace. */
export type ShownAt = Shown & { base: string };

/** The widths in which a picture is asked for; one that is not there is answered by the next smaller or larger. */
const widths = [480, 960, 1600];

type PictureProps = { picture: Cover; shown: ShownAt; lang: Locale; first?: boolean };

/** A picture with its words for whoever cannot see it, and whose it is. Its space is kept until it is there. */
export function PictureFigure({ picture, shown, lang, first = false }: PictureProps) {
  const t = useTranslations("announcements");
  const locale = useLocale();
  const { mediaId, alt, credit } = picture;
  const facts = shown.media.find((one) => one.id === mediaId && one.kind === "image");
  if (!facts) return null;
  const address = (width: number) => `${shown.base}/${mediaId}?w=${width}`;
  return (
    <figure>
      {/* biome-ignore lint/performance/noImgElement: it is made smaller already, and its visibility is asked for at each reading. */}
      <img
        src={address(960)}
        srcSet={widths.map((width) => `${address(width)} ${width}w`).join(", ")}
        sizes="(min-width: 64rem) 44rem, 100vw"
        alt={alt}
        lang={lang === locale ? undefined : lang}
        width={facts.width ?? undefined}
        height={facts.height ?? undefined}
        loading={first ? "eager" : "lazy"}
        decoding="async"
        className="h-auto w-full bg-sunken"
      />
      {credit && (
        <figcaption className="mt-1.5 font-sans text-muted text-xs" lang={locale}>
          {t("credit", { credit })}
        </figcaption>
      )}
    </figure>
  );
}

/** A picture inside of a text. */
export function PictureNode({ attrs, ...at }: Pick<Picture, "attrs"> & Omit<PictureProps, "picture">) {
  return <PictureFigure picture={attrs} {...at} />;
}

/** A film of the library with the browser's own controls, or a link to where it can be seen. */
export function VideoNode({ attrs, shown }: Pick<Video, "attrs"> & { shown: ShownAt }) {
  const t = useTranslations("announcements");
  const locale = useLocale();
  const { mediaId, href, title } = attrs;
  if (mediaId) {
    if (!shown.media.some((one) => one.id === mediaId)) return null;
    const source = `${shown.base}/${mediaId}`;
    return (
      <figure>
        {/* biome-ignore lint/a11y/useMediaCaption: a track is not kept beside a film; the link below leads to the file. */}
        <video controls preload="none" src={source} aria-label={title} className="w-full bg-sunken" />
        <figcaption className="mt-1.5 font-sans text-muted text-sm">
          {title}{" "}
          <a className="link" href={source} lang={locale}>
            {t("videoFile")}
          </a>
        </figcaption>
      </figure>
    );
  }
  if (!isVideoLink(href)) return null;
  return (
    <p className="flex items-start gap-2.5 border-accent border-s-2 bg-sunken p-3 font-sans text-base">
      <Film aria-hidden className="mt-1 size-5 shrink-0" />
      <span className="min-w-0 break-words">
        <a href={href}>{title}</a>{" "}
        <span lang={locale} className="text-muted text-sm">
          {t("videoAt", { host: new URL(href).hostname })}
        </span>
      </span>
    </p>
  );
}

type FileProps = { attrs: { mediaId: string; label: string }; shown: ShownAt };

/** A file to take along. */
export function FileNode({ attrs: { mediaId, label }, shown }: FileProps) {
  const facts = shown.media.find((one) => one.id === mediaId);
  if (!facts) return null;
  return (
    <p className="flex items-start gap-2.5 font-sans text-base">
      <FileText aria-hidden className="mt-1 size-5 shrink-0" />
      <a className="min-w-0 break-words" href={`${shown.base}/${mediaId}`}>
        {label}
      </a>
    </p>
  );
}

type FactsProps = { attrs: { title: string; asOf: string }; children: ReactNode };

/** Facts as they were on a day: they stay as they were written, whatever the directory says since. */
export function FrozenFacts({ attrs: { title, asOf }, children }: FactsProps) {
  const t = useTranslations("announcements");
  const locale = useLocale();
  const id = useId();
  return (
    <aside
      aria-labelledby={id}
      className="space-y-2 border-accent border-t-2 bg-sunken p-4 font-sans text-base"
    >
      <p id={id} className="font-semibold">
        {title}
      </p>
      {children}
      <p lang={locale} className="text-muted text-sm">
        {t("frozen", { day: formatDay(asOf, locale) })}
      </p>
    </aside>
  );
}

/** A text that is used again, as it was in the version it was taken in. */
export function ReusedNode({ attrs, shown, lang }: Pick<Reused, "attrs"> & { shown: ShownAt; lang: Locale }) {
  const version = versionIn(shown.boilerplates, attrs);
  if (!version) return null;
  const [heading, text] = [pick(version.heading, lang), pick(version.text, lang)];
  return (
    <section className="border-rule border-t pt-3 font-sans text-base">
      {heading.text && (
        <h2 lang={langOf(heading, lang)} className="text-base!">
          {heading.text}
        </h2>
      )}
      <p lang={langOf(text, lang)} className="whitespace-pre-line">
        {text.text}
      </p>
    </section>
  );
}
