"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { applyInput } from "@/domain/accessions/input";
import { contactKeptDays } from "@/domain/accessions/rules";
import type { FormAction } from "@/lib/form";
import type { Choice } from "../form/choice-fields";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";
import { ContactFields, DocumentFields, OrganisationFields, ReasonFields } from "./application-fields";

type Props = { locale: Locale; countries: readonly Choice[]; action: FormAction };

/** Applying by the public form; works before and without JavaScript. When it is done, the answer takes its place. */
export function ApplicationForm({ locale, countries, action }: Props) {
  const t = useTranslations("application");
  const form = useActionForm({
    action,
    schema: applyInput,
    defaults: {
      kind: "company",
      name: { en: "", sv: "" },
      formalName: { en: "", sv: "" },
      country: "",
      sectors: [],
      website: "",
      contactName: "",
      contactTitle: "",
      contactEmail: "",
      contactLocale: locale,
      motivation: "",
      ownActions: "",
      fax: "",
    },
  });
  if (form.state.data !== undefined) {
    return (
      <Notice tone="success" title={t("done")}>
        <p role="status">{t("mailed")}</p>
      </Notice>
    );
  }
  return (
    <Form form={form} doneMessage={null} className="max-w-2xl space-y-8">
      <Section title={t("organisation")}>
        <div className="space-y-6">
          <OrganisationFields countries={countries} />
        </div>
      </Section>
      <ContactFields />
      <ReasonFields />
      <DocumentFields />
      <Trap label={t("trap")} />
      <p className="measure text-muted text-sm">{t("privacy", { days: contactKeptDays })}</p>
      <SubmitButton>{t("send")}</SubmitButton>
    </Form>
  );
}

/** A field that nobody sees and programs fill in. */
function Trap({ label }: { label: string }) {
  return (
    <div className="absolute -start-[200vw]" aria-hidden>
      <label>
        {label}
        <input type="text" name="fax" tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  );
}
