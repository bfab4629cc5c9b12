import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Locale, type Localized, locales, type MediaKind } from "@/db/enums";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { Time } from "../time";
import { Badge } from "../ui/badge";
import { DescribeMedia } from "./describe-media";
import { RemoveMedia } from "./remove-media";

type Media = {
  id: string;
  revision: number;
  kind: MediaKind;
  name: string;
  alt: Localized;
  credit: string;
  width: number | null;
  height: number | null;
  size: number;
  createdAt: Date;
  createdBy: string;
  uses: { id: string; title: string; locale: Locale }[];
  logos: { organisationId: string | null; name: Localized }[];
};

type Props = {
  media: Media;
  zone: string;
  /** The address of the workspace. */
  base: string;
  actions: { describe: FormAction; remove: FormAction };
};

/** A thing of the library: how it looks, what is said of it, and where it is shown. */
export function MediaCard({ media, zone, base, actions }: Props) {
  const locale = useLocale();
  const t = useTranslations("media");
  const enums = useTranslations("enums");
  const { id, revision, kind, name, alt, credit, uses, logos } = media;
  const words = pick(alt, locale);
  const address = `${base}/media/${id}`;
  const unused = uses.length + logos.length === 0;
  return (
    <li className="min-w-0 space-y-2 border-rule border-t pt-3 text-sm">
      <div className="flex h-44 items-center justify-center bg-sunken">
        {kind === "image" && (
          // biome-ignore lint/performance/noImgElement: its sizes are made already, and only editors may see it.
          <img
            src={`${address}?w=480`}
            alt={words.text}
            lang={langOf(words, locale)}
            loading="lazy"
            width={media.width ?? undefined}
            height={media.height ?? undefined}
            className="h-full w-full object-contain"
          />
        )}
        {kind === "video" && (
          // biome-ignore lint/a11y/useMediaCaption: a film of the library is looked at by whoever put it there.
          <video src={address} controls preload="none" className="h-full w-full" aria-label={name} />
        )}
        {kind === "file" && (
          <a className="link" href={address} download>
            {t("download")}
            <span className="sr-only"> {name}</span>
          </a>
        )}
      </div>
      <h3 className="break-words font-medium text-base">{name}</h3>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <Badge>{enums(`mediaKind.${kind}`)}</Badge>
        {media.width !== null && (
          <span>{t("pixels", { width: media.width, height: media.height ?? 0 })}</span>
        )}
        <span>{t("kilobytes", { count: Math.max(1, Math.round(media.size / 1_000)) })}</span>
        {credit && <span>{t("by", { credit })}</span>}
      </p>
      {kind === "image" && missing(alt).length > 0 && (
        <p className="text-warning">
          {t("altMissing", {
            languages: missing(alt)
              .map((one) => enums(`locale.${one}`))
              .join(", "),
          })}
        </p>
      )}
      <p className="text-muted">
        {t("added", { name: media.createdBy })} <Time at={media.createdAt} zone={zone} />
      </p>
      {unused ? (
        <p className="text-muted">{t("unused")}</p>
      ) : (
        <div>
          <p>{t("usedIn")}</p>
          <ul className="list-disc ps-5">
            {uses.map((use) => (
              <li key={use.id}>
                <Link className="link" lang={use.locale} href={`${base}/announcements/${use.id}` as Route}>
                  {use.title}
                </Link>
              </li>
            ))}
            {logos.map((logo) => (
              <li key={logo.organisationId}>
                <LogoOf {...logo} base={base} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap items-start gap-3">
        <details key={revision} className="min-w-0">
          <summary className="link inline-block min-h-6">
            {t("describe.open")}
            <span className="sr-only"> {name}</span>
          </summary>
          <div className="mt-3">
            <DescribeMedia values={{ id, revision, name, alt, credit }} action={actions.describe} />
          </div>
        </details>
        {unused && <RemoveMedia media={{ id, revision }} name={name} action={actions.remove} />}
      </div>
    </li>
  );
}

/** Whose logo it is; the group's settings are not for everybody who may see the library. */
function LogoOf({ organisationId, name, base }: Media["logos"][number] & { base: string }) {
  const locale = useLocale();
  const t = useTranslations("media.logo");
  const words = t("of", { name: pick(name, locale).text });
  if (!organisationId) return words;
  return (
    <Link className="link" href={`${base}/organisations/${organisationId}` as Route}>
      {words}
    </Link>
  );
}

/** The languages in which nothing is said of a picture. */
const missing = (alt: Localized) => locales.filter((locale) => !alt[locale]);
