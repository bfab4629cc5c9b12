import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { StatementForm } from "@/components/statements/statement-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { eventChoices } from "@/domain/statements/organizer-queries";
import { namedChoices } from "@/lib/i18n/choices";
import { createStatementAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("new") };
}

/** Beginning a statement. */
export default async function NewStatementPage() {
  const actor = await organizer();
  if (!can(actor, "statement.create")) notFound();
  const [t, locale, events] = await Promise.all([
    getTranslations("statements"),
    getLocale(),
    eventChoices(actor),
  ]);
  return (
    <>
      <PageHeading title={t("new")} />
      <StatementForm
        values={{ kind: "joint_statement", title: "", slug: "", eventId: "", authenticLocale: locale }}
        events={namedChoices(events, locale)}
        action={createStatementAction}
      />
    </>
  );
}
