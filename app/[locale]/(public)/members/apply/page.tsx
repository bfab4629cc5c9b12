import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ApplicationForm } from "@/components/accessions/application-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeading } from "@/components/ui/page-heading";
import { countryChoices } from "@/lib/i18n/choices";
import { pageMetadata } from "@/lib/seo";
import { applyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("application"), getLocale()]);
  return pageMetadata({ title: t("title"), description: t("lead"), path: "/members/apply", locale });
}

/** Applying to become a member. */
export default async function ApplyPage() {
  const [t, members, locale] = await Promise.all([
    getTranslations("application"),
    getTranslations("members"),
    getLocale(),
  ]);
  return (
    <>
      <PageHeading
        title={t("title")}
        above={
          <Link href={`/${locale}/members` as Route} className="link">
            {members("title")}
          </Link>
        }
        below={t("lead")}
      />
      <ClientMessages namespaces={["application"]}>
        <ApplicationForm locale={locale} countries={countryChoices(locale)} action={applyAction} />
      </ClientMessages>
    </>
  );
}
