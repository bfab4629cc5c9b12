import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { OwnApplication } from "@/components/accessions/own-application";
import { WithdrawOwn } from "@/components/accessions/withdraw-own";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { applicantByLink, ownApplication } from "@/domain/accessions/own";
import { isOpen } from "@/domain/accessions/rules";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn } from "@/lib/time";
import { withdrawApplicationAction } from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("application");
  return { title: t("yours"), robots: { index: false, follow: false } };
}

/** Where an application stands, behind the personal link of its mail. */
export default async function ApplicationPage({ params }: Props) {
  const { token } = await params;
  const actor = await applicantByLink(token);
  if (!actor) notFound();
  const at = now();
  const [t, locale, { zone }] = await Promise.all([
    getTranslations("application"),
    getLocale(),
    groupProfile(),
  ]);
  const application = await ownApplication(actor, { at, today: dayIn(at, zone) });
  const name = pick(application.name, locale);
  const { id, revision } = application;
  return (
    <>
      <PageHeading title={name.text} lang={langOf(name, locale)} above={t("yours")} />
      <OwnApplication application={application} />
      {isOpen(application.state) && (
        <Section title={t("withdraw")} className="mt-10 max-w-2xl">
          <ClientMessages namespaces={["application"]}>
            <WithdrawOwn
              key={revision}
              values={{ id, revision, link: token }}
              action={withdrawApplicationAction}
            />
          </ClientMessages>
        </Section>
      )}
    </>
  );
}
