"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { subscribeInput } from "@/domain/subscriptions/input";
import { confirmDays } from "@/domain/subscriptions/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Notice } from "../ui/notice";
import { WishesFields } from "./wishes-fields";

/** Asking for news by mail; works without JavaScript. The answer takes the form's place and is the same for everybody. */
export function SubscribeForm({ locale, action }: { locale: Locale; action: FormAction }) {
  const t = useTranslations("subscriptions.form");
  const form = useActionForm({
    action,
    schema: subscribeInput as never,
    defaults: { email: "", locale, cadence: "at_once", kinds: [], website: "" },
  });
  if (form.state.data) {
    return (
      <Notice tone="success" title={t("asked")}>
        <p role="status">{t("askedText", { days: confirmDays })}</p>
      </Notice>
    );
  }
  return (
    <Form form={form} doneMessage={null} className="max-w-2xl">
      <TextField name="email" type="email" label={t("email")} help={t("emailHelp")} autoComplete="email" />
      <WishesFields />
      {/* Nobody sees it, and programs fill it in. */}
      <div className="absolute -start-[200vw]" aria-hidden>
        <label>
          {t("trap")}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </div>
      <p className="measure text-muted text-sm">{t("privacy")}</p>
      <SubmitButton>{t("send")}</SubmitButton>
    </Form>
  );
}
