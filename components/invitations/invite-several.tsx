"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { inviteSeveralInput } from "@/domain/invitations/input";
import { invitees } from "@/domain/invitations/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { useRefusalText } from "../form/refusal-notice";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Notice } from "../ui/notice";
import { emptyTerms, TermsFields } from "./terms-fields";

type LineReport = { line: number; email: string; refusal?: string };
type Props = {
  eventId: string;
  zone: string;
  expiresAt: string;
  locale: Locale;
  mayOverride: boolean;
  action: FormAction<LineReport[]>;
};

/** Inviting everybody of a pasted list on the same terms; says beforehand how many, and afterwards what became of each. */
export function InviteSeveral({ eventId, zone, expiresAt, locale, mayOverride, action }: Props) {
  const t = useTranslations("invitations");
  const defaults = { ...emptyTerms(eventId, locale, expiresAt), list: "" };
  const form = useActionForm<LineReport[]>({ action, schema: inviteSeveralInput as never, defaults });
  const found = invitees(String(form.fields.watch("list") ?? "")).filter(({ email }) => email !== "");
  const report = form.state.data as LineReport[] | undefined;
  return (
    <Form form={form} className="max-w-3xl" doneMessage={null}>
      {report && <Report report={report} pool={String(form.fields.getValues("pool"))} />}
      <HiddenField name="eventId" />
      <TextArea name="list" label={t("list")} help={t("listHelp")} rows={5} spellCheck={false} />
      <div className="grid gap-6 sm:grid-cols-2">
        <TermsFields zone={zone} mayOverride={mayOverride} />
      </div>
      <SubmitButton>
        {found.length > 0 ? t("inviteFound", { count: found.length }) : t("invite")}
      </SubmitButton>
    </Form>
  );
}

function Report({ report, pool }: { report: LineReport[]; pool: string }) {
  const t = useTranslations("invitations");
  const refusalText = useRefusalText();
  const refused = report.filter((row) => row.refusal);
  return (
    <Notice
      tone={refused.length > 0 ? "warning" : "success"}
      title={t("listDone", { count: report.length - refused.length })}
    >
      <ul role="status" className="list-disc ps-5 empty:hidden">
        {refused.map((row) => (
          <li key={row.line}>
            {t("line", { line: row.line })} {row.email}: {refusalText(row.refusal ?? "", { pool })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
