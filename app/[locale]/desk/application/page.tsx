import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { focalPoint } from "@/app/_request/actor";
import { DeskApplicationForm } from "@/components/accessions/desk-application-form";
import { OwnApplication } from "@/components/accessions/own-application";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { accessionAtDesk } from "@/domain/accessions/own";
import { groupProfile } from "@/domain/group/queries";
import { nameOf } from "@/domain/organisations/name-of";
import { accountOf } from "@/domain/sign-in/accounts";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { dayIn } from "@/lib/time";
import { applyAtDeskAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("application");
  return { title: t("desk.title") };
}

/** Applying for the focal point's organisation, or where its application stands. */
export default async function DeskApplicationPage() {
  const actor = await focalPoint();
  const at = now();
  const [t, desk, locale, { zone }, name, account] = await Promise.all([
    getTranslations("application"),
    getTranslations("desk"),
    getLocale(),
    groupProfile(),
    nameOf(actor.organisationId),
    accountOf(actor.id),
  ]);
  const { latest, mayApply } = await accessionAtDesk(actor, { at, today: dayIn(at, zone) });
  const organisation = pick(name, locale).text;
  return (
    <>
      <PageHeading
        title={mayApply ? t("desk.title") : latest ? t("yours") : t("desk.section")}
        above={
          <Link className="link" href={`/${locale}/desk` as Route}>
            {desk("back")}
          </Link>
        }
        below={mayApply ? t("desk.lead", { organisation }) : organisation}
      />
      <div className="space-y-8">
        {latest && <OwnApplication application={latest} />}
        {!latest && !mayApply && <Notice>{t("desk.notNow")}</Notice>}
        {mayApply && (
          <DeskApplicationForm
            contact={{
              contactName: actor.name,
              contactEmail: account?.email ?? "",
              contactLocale: account?.locale ?? locale,
            }}
            action={applyAtDeskAction}
          />
        )}
      </div>
    </>
  );
}
