import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Locale, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { Notice } from "../ui/notice";

type Other = { slug: string; title: Localized; published: Locale[] };
type Props = { supersedes: readonly Other[]; supersededBy: readonly Other[] };

/** Which statement a text takes the place of, and which takes its place. */
export function Succession({ supersedes, supersededBy }: Props) {
  const t = useTranslations("statements.succession");
  return (
    <>
      {supersededBy.map((other) => (
        <Notice key={other.slug} tone="warning" title={t("supersededBy")}>
          <OtherText other={other} />
        </Notice>
      ))}
      {supersedes.map((other) => (
        <Notice key={other.slug} title={t("supersedes")}>
          <OtherText other={other} />
        </Notice>
      ))}
    </>
  );
}

function OtherText({ other }: { other: Other }) {
  const locale = useLocale();
  const title = pick(other.title, locale);
  return (
    <Link className="link" lang={langOf(title, locale)} href={`/${locale}/statements/${other.slug}` as Route}>
      {title.text}
    </Link>
  );
}
