import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { PageHeading } from "@/components/ui/page-heading";
import { NewWebhookForm } from "@/components/webhooks/webhook-form";
import { webhookTopics } from "@/db/enums";
import { can } from "@/domain/access/can";
import { createWebhookAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks");
  return { title: t("new") };
}

/** Having another system told. */
export default async function NewWebhookPage() {
  const actor = await organizer();
  if (!can(actor, "webhook.edit")) notFound();
  const [t, locale] = await Promise.all([getTranslations("webhooks"), getLocale()]);
  return (
    <>
      <PageHeading
        title={t("new")}
        below={t("newLead")}
        above={
          <Link className="link" href={`/${locale}/organize/webhooks` as Route}>
            {t("title")}
          </Link>
        }
      />
      <NewWebhookForm
        values={{ name: "", url: "", topics: [...webhookTopics] }}
        action={createWebhookAction}
      />
    </>
  );
}
