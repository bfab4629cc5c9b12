"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ownStepInput } from "@/domain/participations/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";
import { Section } from "../ui/section";

type Props = {
  values: { id: string; revision: number; link: string };
  /** The deadline, with its zone. */
  until: ReactNode;
  accept: FormAction;
  decline: FormAction;
};

/** Taking the seat that is kept, or leaving it to the next. Both work without JavaScript. */
export function OfferAnswer({ values, until, accept, decline }: Props) {
  const t = useTranslations("registration.offer");
  const answer = { schema: ownStepInput, values };
  return (
    <Section title={t("title")} className="mb-8 max-w-2xl">
      <p className="measure mb-4">
        {t("until")} {until}. {t("then")}
      </p>
      <div className="grid gap-6 sm:grid-cols-2">
        <ConfirmForm
          {...answer}
          action={accept}
          consequence={<p>{t("acceptText")}</p>}
          confirm={t("accept")}
        />
        <ConfirmForm
          {...answer}
          action={decline}
          consequence={<p>{t("declineText")}</p>}
          confirm={t("decline")}
          danger
        />
      </div>
    </Section>
  );
}
