import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { RetryMail } from "@/components/mails/retry-mail";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { mailForOrganizer } from "@/domain/outbox/queries";
import { Refusal } from "@/lib/refusal";
import { retryMailAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mails");
  return { title: t("one") };
}

/** One mail, with the text that was or will be sent. */
export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await organizer();
  if (!can(actor, "mail.list") || !z.uuid().safeParse(id).success) notFound();
  const mail = await mailForOrganizer(actor, id).catch((error) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  const [t, locale, group] = await Promise.all([getTranslations("mails"), getLocale(), groupProfile()]);
  return (
    <div className="space-y-6">
      <PageHeading
        title={mail.subject}
        lang={mail.locale}
        above={
          <Link className="link" href={`/${locale}/organize/mails` as Route}>
            {t("title")}
          </Link>
        }
        below={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StatusBadge of="mailState" state={mail.state} />
            <span>
              {t("to")}: {mail.toName} &lt;{mail.toAddress}&gt;
            </span>
            <Time at={mail.sentAt ?? mail.createdAt} zone={group.zone} />
          </span>
        }
      />
      {mail.lastError && (
        <p className="text-sm">{t("failedWith", { error: mail.lastError, attempts: mail.attempts })}</p>
      )}
      {["failed", "queued", "bounced"].includes(mail.state) && can(actor, "mail.retry") && (
        <RetryMail key={mail.state} id={mail.id} action={retryMailAction} />
      )}
      <p lang={mail.locale} className="measure whitespace-pre-line border-rule border-y py-4 font-serif">
        {mail.text}
      </p>
      {mail.files.length > 0 && <p className="text-sm">{t("files", { files: mail.files.join(", ") })}</p>}
      <p className="text-muted text-sm">{t("secrets")}</p>
    </div>
  );
}
