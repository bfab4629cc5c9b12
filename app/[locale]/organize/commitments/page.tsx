import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { CommitmentsTable } from "@/components/commitments/commitments-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { listCommitments } from "@/domain/commitments/organizer-queries";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { dayIn } from "@/lib/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("commitments");
  return { title: t("title") };
}

/** Everything that was promised, those due first first, with what stands of each. */
export default async function CommitmentsPage() {
  const actor = await organizer();
  if (!can(actor, "commitment.list")) notFound();
  const at = now();
  const [t, locale, group, rows] = await Promise.all([
    getTranslations("commitments"),
    getLocale(),
    groupProfile(),
    listCommitments(actor, at),
  ]);
  return (
    <>
      <PageHeading
        title={t("title")}
        below={t("lead")}
        actions={
          <LinkButton look="primary" href={`/${locale}/organize/commitments/new` as Route}>
            {t("new")}
          </LinkButton>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <CommitmentsTable rows={rows} at={at} today={dayIn(at, group.zone)} />
      )}
    </>
  );
}
