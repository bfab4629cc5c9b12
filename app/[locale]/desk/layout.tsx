import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { focalPoint } from "@/app/_request/actor";
import { signOutAction } from "@/app/_request/sign-out";
import { ClientMessages } from "@/components/layout/client-messages";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { SkipLink } from "@/components/layout/skip-link";
import { UserMenu } from "@/components/layout/user-menu";
import { groupProfile } from "@/domain/group/queries";

export async function generateMetadata(): Promise<Metadata> {
  const [t, { acronym }] = await Promise.all([getTranslations("workspace"), groupProfile()]);
  const title = `${t("desk")} · ${acronym}`;
  return { title: { template: `%s · ${title}`, default: title }, robots: { index: false } };
}

/** The desk of a delegation: one column, made for a telephone in a corridor. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await focalPoint();
  const [locale, group, t, layout] = await Promise.all([
    getLocale(),
    groupProfile(),
    getTranslations("workspace"),
    getTranslations("layout"),
  ]);
  return (
    <ClientMessages
      namespaces={[
        "workspace",
        "desk",
        "delegations",
        "speakers",
        "live",
        "negotiation",
        "procedures",
        "errata",
        "positions",
        "application",
      ]}
    >
      <SkipLink>{layout("skip")}</SkipLink>
      <header className="border-rule border-b bg-surface print:hidden">
        <div className="mx-auto flex max-w-2xl items-center gap-x-3 px-4 py-2">
          <Link href={`/${locale}/desk`} className="me-auto font-semibold font-serif text-lg">
            {group.acronym}
            <span className="ms-2 font-normal font-sans text-muted text-sm">{t("desk")}</span>
          </Link>
          <LanguageSwitch locale={locale} label={layout("language")} />
          <UserMenu name={actor.name} role={actor.role} locale={locale} signOut={signOutAction} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-2xl px-4 py-6 outline-none">
        {children}
      </main>
    </ClientMessages>
  );
}
