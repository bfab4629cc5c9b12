"use client";

import { useLocale, useTranslations } from "next-intl";
import { locales } from "@/db/enums";
import { createPressLinkInput, revokePressLinkInput } from "@/domain/press-links/input";
import type { PressLinkState, PressTarget } from "@/domain/press-links/rules";
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

type Link = {
  id: string;
  recipient: string;
  outlet: string;
  createdBy: string;
  expiresAt: Date;
  reads: Date[];
  state: PressLinkState;
};
type ListProps = { target: PressTarget; links: Link[]; zone: string; action: FormAction };

const tones = { open: "success", revoked: "danger", ended: "neutral" } as const;

/** Who may read the text early, since when each has read it, and taking a link back. */
export function PressLinkList({ target, links, zone, action }: ListProps) {
  const t = useTranslations("press");
  const locale = useLocale();
  if (links.length === 0) return <p className="text-sm">{t("none")}</p>;
  return (
    <ul className="text-sm">
      {links.map((link) => (
        <li key={link.id} className="flex flex-wrap items-start gap-x-6 gap-y-1 border-rule border-t py-2">
          <span className="min-w-48 font-medium">
            {[link.recipient, link.outlet].filter(Boolean).join(", ")}
            <span className="block font-normal text-muted text-xs">{t("by", { name: link.createdBy })}</span>
          </span>
          <span>
            <Badge tone={tones[link.state]}>{t(`state.${link.state}`)}</Badge> {t("until")}{" "}
            {formatInstant(link.expiresAt, zone, locale)}
          </span>
          <details>
            <summary className="link inline-block min-h-6">
              {t("reads", { count: link.reads.length })}
            </summary>
            <ul>
              {link.reads.map((read) => (
                <li key={read.toISOString()}>{formatInstant(read, zone, locale)}</li>
              ))}
            </ul>
          </details>
          {link.state === "open" && (
            <ConfirmDialog
              trigger={t("revoke")}
              triggerProps={{ size: "small", look: "quiet", className: "-my-1.5" }}
              title={t("revokeTitle", { name: link.recipient })}
              action={action}
              schema={revokePressLinkInput as never}
              values={{ ...target, linkId: link.id }}
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

/** Letting one more read the text early. */
export function PressLinkForm({ target, action }: { target: PressTarget; action: FormAction }) {
  const t = useTranslations("press");
  const languages = useTranslations("enums.locale");
  const locale = useLocale();
  const defaults = { ...target, recipient: "", outlet: "", email: "", locale };
  const form = useActionForm({ action, schema: createPressLinkInput as never, defaults });
  return (
    <Form form={form} className="max-w-2xl" doneMessage={t("sent")}>
      <HiddenField name="of" />
      <HiddenField name="id" />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="recipient" label={t("recipient")} autoComplete="off" />
        <TextField name="outlet" label={t("outlet")} autoComplete="off" optional />
        <TextField name="email" type="email" label={t("email")} help={t("emailHelp")} autoComplete="off" />
        <SelectField
          name="locale"
          label={t("locale")}
          choices={locales.map((value) => ({ value, label: languages(value) }))}
        />
      </div>
      <SubmitButton>{t("send")}</SubmitButton>
    </Form>
  );
}
