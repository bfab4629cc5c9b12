import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { PressListFile } from "@/components/press/press-list-file";
import { RecipientForm } from "@/components/press/recipient-form";
import { RecipientsTable } from "@/components/press/recipients-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { pressList } from "@/domain/press-list/queries";
import { addRecipientAction, changeRecipientAction, readListAction, removeRecipientAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("press.list");
  return { title: t("title") };
}

/** The journalists and newsrooms who are sent texts in advance. */
export default async function PressListPage() {
  const actor = await organizer();
  if (!can(actor, "press-list.edit")) notFound();
  const [t, locale, rows] = await Promise.all([getTranslations("press.list"), getLocale(), pressList(actor)]);
  const empty = { name: "", outlet: "", email: "", locale };
  return (
    <div className="space-y-10">
      <div>
        <PageHeading
          title={t("title")}
          below={t("lead")}
          actions={
            rows.length > 0 && (
              <a className="link inline-block py-0.5 text-sm" href={`/${locale}/organize/press/export`}>
                {t("export")}
              </a>
            )
          }
        />
        {rows.length === 0 ? (
          <EmptyState title={t("count", { count: 0 })} />
        ) : (
          <>
            <h2 className="mb-2 font-sans text-muted text-sm">{t("count", { count: rows.length })}</h2>
            <RecipientsTable rows={rows} change={changeRecipientAction} remove={removeRecipientAction} />
          </>
        )}
      </div>
      <Section title={t("addTitle")}>
        <RecipientForm key={rows.length} values={empty} action={addRecipientAction} />
      </Section>
      <Section title={t("file")}>
        <PressListFile action={readListAction} />
      </Section>
    </div>
  );
}
