import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MailingForm } from "@/components/mailing/mailing-form";
import { Section } from "@/components/ui/section";
import { mailingState, targetOf } from "@/domain/mailings/rules";
import { editMailingAction } from "../../../actions";
import { mailingHere } from "../../mailing";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailing.bulk");
  return { title: t("edit") };
}

type Props = { params: Promise<{ id: string; mailingId: string }> };

/** Other words for a bulk mail that has not left; its recipients stay. */
export default async function EditMailingPage({ params }: Props) {
  const { id, mailingId } = await params;
  const [{ mailing }, t, locale] = await Promise.all([
    mailingHere(id, mailingId),
    getTranslations("mailing.bulk"),
    getLocale(),
  ]);
  if (mailingState(mailing, 0) !== "draft")
    redirect(`/${locale}/organize/events/${id}/mail/bulk/${mailingId}` as Route);
  const { subject, body, revision, withCalendar } = mailing;
  return (
    <Section title={t("edit")}>
      <MailingForm
        target={targetOf(mailing.filter)}
        values={{ id: mailing.id, revision, subject, body, withCalendar: withCalendar > 0 }}
        action={editMailingAction}
      />
    </Section>
  );
}
