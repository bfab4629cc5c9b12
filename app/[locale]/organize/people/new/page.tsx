import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { PersonForm } from "@/components/people/person-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { createPersonAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("new") };
}

/** Entering a person. */
export default async function NewPersonPage() {
  const actor = await organizer();
  if (!can(actor, "person.create")) notFound();
  const t = await getTranslations("people");
  return (
    <>
      <PageHeading title={t("new")} below={t("newLead")} />
      <PersonForm
        values={{ name: "", sortName: "", courtesyTitle: "", email: "", consented: false }}
        action={createPersonAction}
      />
    </>
  );
}
