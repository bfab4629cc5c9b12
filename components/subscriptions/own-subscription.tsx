"use client";

import { useTranslations } from "next-intl";
import type { AnnouncementKind, Cadence, Locale } from "@/db/enums";
import { changeSubscriptionInput, subscriptionLinkInput } from "@/domain/subscriptions/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Section } from "../ui/section";
import { WishesFields } from "./wishes-fields";

type Step = { link: string; address: string; action: FormAction };

/** The button that begins a subscription: opening the link alone does not, for programs open links. */
export function ConfirmSubscription({ link, address, action }: Step) {
  const t = useTranslations("subscriptions.own");
  const form = useActionForm({ action, schema: subscriptionLinkInput as never, defaults: { link } });
  return (
    <Form form={form} doneMessage={null}>
      <HiddenField name="link" />
      <p className="measure">{t("confirmText", { address })}</p>
      <SubmitButton>{t("confirm")}</SubmitButton>
    </Form>
  );
}

type ChangeProps = Omit<Step, "address"> & {
  wishes: { locale: Locale; cadence: Cadence; kinds: AnnouncementKind[] };
};

/** What a subscriber is sent. */
export function ChangeSubscription({ link, wishes, action }: ChangeProps) {
  const t = useTranslations("subscriptions.own");
  const defaults = { link, ...wishes };
  const form = useActionForm({ action, schema: changeSubscriptionInput as never, defaults });
  return (
    <Section title={t("change")}>
      <Form form={form} className="max-w-2xl" doneMessage={t("saved")}>
        <HiddenField name="link" />
        <WishesFields />
        <SubmitButton>{t("save")}</SubmitButton>
      </Form>
    </Section>
  );
}

/** Ending the subscription. */
export function EndSubscription({ link, address, action }: Step) {
  const t = useTranslations("subscriptions.own");
  return (
    <Section title={t("end")}>
      <div className="max-w-2xl">
        <ConfirmForm
          action={action}
          schema={subscriptionLinkInput as never}
          values={{ link }}
          consequence={
            <>
              <p>{t("endConsequence", { address })}</p>
              <p>{t("endLead")}</p>
            </>
          }
          confirm={t("end")}
          danger
        />
      </div>
    </Section>
  );
}
