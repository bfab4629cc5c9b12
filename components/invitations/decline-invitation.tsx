"use client";

import { useTranslations } from "next-intl";
import { declineInvitationInput } from "@/domain/invitations/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";
import { Section } from "../ui/section";

/** Declining an invitation, with a reason for those who want to give one. */
export function DeclineInvitation({ link, action }: { link: string; action: FormAction }) {
  const t = useTranslations("invitation");
  return (
    <Section title={t("decline")}>
      <ConfirmForm
        action={action}
        schema={declineInvitationInput as never}
        values={{ link }}
        consequence={<p>{t("declineConsequence")}</p>}
        reason={{ label: t("reason"), optional: true }}
        confirm={t("decline")}
        danger
      />
    </Section>
  );
}
