"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { createPreviewLinkInput, revokePreviewLinkInput } from "@/domain/preview-links/input";
import { mostDays, type PreviewLinkState } from "@/domain/preview-links/rules";
import type { FormAction } from "@/lib/form";
import { formatInstant } from "@/lib/time";
import { SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Badge } from "../ui/badge";
import { CopyField } from "../ui/copy-field";
import { Notice } from "../ui/notice";

type Link = {
  id: string;
  locale: Locale;
  note: string;
  createdBy: string;
  expiresAt: Date;
  state: PreviewLinkState;
};

const tones = { open: "success", revoked: "danger", ended: "neutral" } as const;

type ListProps = { id: string; links: Link[]; zone: string; action: FormAction };

/** Who may read a draft without an account, and taking a link back. */
export function PreviewLinkList({ id, links, zone, action }: ListProps) {
  const t = useTranslations("announcements.previewLinks");
  const languages = useTranslations("enums.locale");
  const locale = useLocale();
  if (links.length === 0) return <p className="text-sm">{t("none")}</p>;
  return (
    <ul className="text-sm">
      {links.map((link) => (
        <li key={link.id} className="flex flex-wrap items-start gap-x-6 gap-y-1 border-rule border-t py-2">
          <span className="min-w-48 font-medium [overflow-wrap:anywhere]">
            {link.note || t("unnamed")}
            <span className="block font-normal text-muted text-xs">
              {languages(link.locale)} · {t("by", { name: link.createdBy })}
            </span>
          </span>
          <span>
            <Badge tone={tones[link.state]}>{t(`state.${link.state}`)}</Badge> {t("until")}{" "}
            {formatInstant(link.expiresAt, zone, locale)}
          </span>
          {link.state === "open" && (
            <ConfirmDialog
              trigger={t("revoke")}
              triggerProps={{ size: "small", look: "quiet", className: "-my-1.5" }}
              title={t("revokeTitle")}
              action={action}
              schema={revokePreviewLinkInput as never}
              values={{ id, linkId: link.id }}
              consequence={<p>{t("revokeConsequence")}</p>}
              confirm={t("revoke")}
              danger
            />
          )}
        </li>
      ))}
    </ul>
  );
}

type FormProps = { id: string; languages: Locale[]; action: FormAction };

/** Making a link; it is shown once, in the answer. */
export function PreviewLinkForm({ id, languages, action }: FormProps) {
  const t = useTranslations("announcements.previewLinks");
  const enums = useTranslations("enums.locale");
  const defaults = { id, note: "", locale: languages[0] ?? "en", days: 7 };
  const form = useActionForm({ action, schema: createPreviewLinkInput as never, defaults });
  const made = form.state.data as { url: string } | undefined;
  return (
    <Form form={form} className="max-w-2xl space-y-4" doneMessage={null}>
      {made && (
        <Notice tone="success" title={t("made")}>
          <CopyField label={t("link")} value={made.url} copy={t("copy")} copied={t("copied")} />
        </Notice>
      )}
      <HiddenField name="id" />
      <div className="grid gap-6 sm:grid-cols-3">
        <TextField name="note" label={t("note")} autoComplete="off" optional />
        <SelectField
          name="locale"
          label={t("locale")}
          choices={languages.map((value) => ({ value, label: enums(value) }))}
        />
        <TextField name="days" type="number" min={1} max={mostDays} label={t("days")} />
      </div>
      <SubmitButton look="secondary">{t("create")}</SubmitButton>
    </Form>
  );
}
