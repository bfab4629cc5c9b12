import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { StatementForm } from "@/components/statements/statement-form";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { eventChoices, statementForOrganizer } from "@/domain/statements/organizer-queries";
import { namedChoices } from "@/lib/i18n/choices";
import type { SearchParams } from "@/lib/list";
import { Refusal } from "@/lib/refusal";
import { createStatementAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("new") };
}

/** Beginning a statement. */
export default async function NewStatementPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "statement.create")) notFound();
  const { supersedes } = await searchParams;
  const [t, locale, events, before] = await Promise.all([
    getTranslations("statements"),
    getLocale(),
    eventChoices(actor),
    supersedes === undefined ? undefined : adoptedHere(actor, String(supersedes)),
  ]);
  return (
    <>
      <PageHeading title={t("new")} />
      <StatementForm
        values={{
          kind: before?.kind ?? "joint_statement",
          title: before?.title ?? "",
          slug: "",
          eventId: "",
          authenticLocale: before?.authenticLocale ?? locale,
          supersedesId: before?.id ?? "",
        }}
        supersedes={before?.title}
        events={namedChoices(events, locale)}
        action={createStatementAction}
      />
    </>
  );
}

/** The adopted statement that the new one takes the place of; 404 where there is none. */
async function adoptedHere(actor: Actor, id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  const statement = await statementForOrganizer(actor, id).catch((error) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  if (!statement.adoption) notFound();
  const adopted = statement.heads.find((head) => head.id === statement.adoption?.revisionId);
  return { ...statement, title: adopted?.title ?? "" };
}
