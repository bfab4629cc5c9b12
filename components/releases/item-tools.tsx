"use client";

import { useLocale, useTranslations } from "next-intl";
import { editItemInput, itemInput, renewItemInput } from "@/domain/releases/input";
import type { FormAction } from "@/lib/form";
import { pick } from "@/lib/i18n/pick";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import type { Item } from "./types";

type Props = { release: { id: string; revision: number }; item: Item; action: FormAction };

const which = ({ release, item }: Pick<Props, "release" | "item">) => ({
  id: release.id,
  revision: release.revision,
  itemId: item.id,
});

function Which() {
  return (
    <>
      <HiddenField name="id" />
      <RevisionField />
      <HiddenField name="itemId" />
    </>
  );
}

/** Takes a thing out of the release. */
export function RemoveItem({ release, item, action }: Props) {
  const locale = useLocale();
  const t = useTranslations("releases");
  const form = useActionForm({ action, schema: itemInput as never, defaults: which({ release, item }) });
  return (
    <Form form={form} doneMessage={null} className="space-y-0">
      <Which />
      <SubmitButton
        look="quiet"
        size="small"
        aria-label={t("removeName", { title: pick(item.title, locale).text })}
      >
        {t("remove")}
      </SubmitButton>
    </Form>
  );
}

/** Takes the text or draft as it stands now instead of the one that was looked at. */
export function RenewItem({ release, item, action }: Props) {
  const locale = useLocale();
  const t = useTranslations("releases");
  const defaults = { ...which({ release, item }), seen: item.newer ?? "" };
  const form = useActionForm({ action, schema: renewItemInput as never, defaults });
  return (
    <Form form={form} doneMessage={null} className="space-y-0">
      <Which />
      <HiddenField name="seen" />
      <SubmitButton
        look="secondary"
        size="small"
        aria-label={t("renewName", { title: pick(item.title, locale).text })}
      >
        {t("renew")}
      </SubmitButton>
    </Form>
  );
}

/** The words of a mail; of a text what has changed in it; of an agenda what the public is told of it. */
export function ItemWords({ release, item, action }: Props) {
  const t = useTranslations("releases");
  const defaults = { ...which({ release, item }), subject: item.subject, body: item.body };
  const form = useActionForm({ action, schema: editItemInput as never, defaults });
  const mail = item.kind === "mail";
  return (
    <details className="min-w-0 max-w-3xl grow basis-full">
      <summary className="min-h-6 cursor-pointer text-sm">
        {mail ? t("words") : item.kind === "agenda" ? t("agendaNote") : t("noteButton")}
      </summary>
      <Form form={form} className="space-y-4 pt-3">
        <Which />
        {mail && <LocalizedField name="subject" label={t("add.subject")} />}
        {mail || item.locale === null ? (
          <LocalizedField
            name="body"
            label={mail ? t("add.body") : t("agendaNote")}
            help={mail ? t("add.bodyHelp") : undefined}
            rows={mail ? 6 : 2}
            optional={!mail}
          />
        ) : (
          <TextArea
            name={`body.${item.locale}`}
            label={t("note")}
            help={item.kind === "agenda" ? undefined : t("noteHelp")}
            rows={2}
            lang={item.locale}
            optional
          />
        )}
        <SubmitButton look="secondary">{t("form.save")}</SubmitButton>
      </Form>
    </details>
  );
}
