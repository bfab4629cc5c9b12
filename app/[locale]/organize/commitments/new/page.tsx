import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { CommitmentForm } from "@/components/commitments/commitment-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { createCommitmentAction } from "../actions";
import { choicesFor } from "../choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("commitments");
  return { title: t("new") };
}

const empty = { en: "", sv: "" };

/** Entering a commitment. */
export default async function NewCommitmentPage() {
  const actor = await organizer();
  if (!can(actor, "commitment.edit")) notFound();
  const [t, locale] = await Promise.all([getTranslations("commitments"), getLocale()]);
  return (
    <>
      <PageHeading
        title={t("new")}
        above={
          <Link className="link" href={`/${locale}/organize/commitments` as Route}>
            {t("title")}
          </Link>
        }
        below={t("newLead")}
      />
      <CommitmentForm
        values={{
          title: empty,
          measure: empty,
          owners: [],
          statementId: "",
          paragraph: "",
          madeOn: "",
          dueOn: "",
        }}
        {...(await choicesFor(actor, locale))}
        action={createCommitmentAction}
      />
    </>
  );
}
