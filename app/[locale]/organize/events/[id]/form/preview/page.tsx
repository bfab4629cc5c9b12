import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { FormPreview } from "@/components/questions/form-preview";
import { Section } from "@/components/ui/section";
import { locales } from "@/db/enums";
import { can } from "@/domain/access/can";
import { formForOrganizer } from "@/domain/questions/queries";
import { countriesFor } from "@/lib/i18n/choices";
import { eventHere } from "../../event";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questions");
  return { title: t("preview") };
}

/** The form in both languages, side by side where there is room, exactly as it will be asked. */
export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor } = await eventHere(id);
  if (!can(actor, "event.edit-form")) notFound();
  const [t, languages, questions] = await Promise.all([
    getTranslations("questions"),
    getTranslations("enums.locale"),
    formForOrganizer(actor, id),
  ]);
  return (
    <div className="space-y-6">
      <p className="measure text-muted text-sm">{t("previewLead")}</p>
      <div className="grid gap-x-12 gap-y-10 xl:grid-cols-2">
        {locales.map((locale) => (
          <Section key={locale} title={languages(locale)}>
            <div lang={locale}>
              <ClientMessages namespaces={["answers"]} locale={locale}>
                <FormPreview questions={questions} countries={countriesFor(questions, locale)} />
              </ClientMessages>
            </div>
          </Section>
        ))}
      </div>
    </div>
  );
}
