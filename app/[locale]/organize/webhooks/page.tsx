import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { WebhooksTable } from "@/components/webhooks/webhooks-table";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { listWebhooks } from "@/domain/webhooks/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks");
  return { title: t("title") };
}

/** The systems that are told of what becomes public. */
export default async function WebhooksPage() {
  const actor = await organizer();
  if (!can(actor, "webhook.edit")) notFound();
  const [t, locale, group, rows] = await Promise.all([
    getTranslations("webhooks"),
    getLocale(),
    groupProfile(),
    listWebhooks(actor),
  ]);
  return (
    <>
      <PageHeading
        title={t("title")}
        below={t("lead")}
        actions={
          <LinkButton look="primary" href={`/${locale}/organize/webhooks/new` as Route}>
            {t("new")}
          </LinkButton>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <WebhooksTable rows={rows} zone={group.zone} />
      )}
    </>
  );
}
