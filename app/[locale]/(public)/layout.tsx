import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { SkipLink } from "@/components/layout/skip-link";
import { groupProfile } from "@/domain/group/queries";
import { pick } from "@/lib/i18n/pick";

/** Pages name themselves; the group's acronym stands after it. */
export async function generateMetadata(): Promise<Metadata> {
  const [locale, group] = await Promise.all([getLocale(), groupProfile()]);
  const name = pick(group.name, locale).text;
  return { title: { template: `%s · ${group.acronym}`, default: name } };
}

/** The public site: an institution's own record. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [locale, group, t] = await Promise.all([getLocale(), groupProfile(), getTranslations("layout")]);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{t("skip")}</SkipLink>
      <SiteHeader locale={locale} name={group.name} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl grow px-4 pt-10 outline-none sm:px-6"
      >
        {children}
      </main>
      <SiteFooter locale={locale} group={group} />
    </div>
  );
}
