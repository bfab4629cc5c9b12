import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChecksForm } from "@/components/agenda/checks-form";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { eventHere } from "../../event";
import { setChecksAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda.checks");
  return { title: t("title") };
}

/** What the agenda is checked for, and what of it holds back a release. */
export default async function ChecksPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, event } = await eventHere((await params).id);
  if (!can(actor, "agenda.set-checks")) notFound();
  const t = await getTranslations("agenda.checks");
  const { id, revision, walkingMinutes, hardFindings } = event;
  return (
    <Section title={t("title")}>
      <ChecksForm values={{ id, revision, walkingMinutes, hardFindings }} action={setChecksAction} />
    </Section>
  );
}
