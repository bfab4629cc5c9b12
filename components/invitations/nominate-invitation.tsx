"use client";

import { useTranslations } from "next-intl";
import { openInvitationInput } from "@/domain/invitations/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";
import { Section } from "../ui/section";
import { DeclineInvitation } from "./decline-invitation";
import { Seen } from "./seen";

type Props = { link: string; seen: FormAction; accept: FormAction; decline: FormAction };

/** Saying for one's organisation that a delegation will be nominated, or that none comes. */
export function NominateInvitation({ link, seen, accept, decline }: Props) {
  const t = useTranslations("invitation");
  return (
    <div className="max-w-2xl space-y-10">
      <Seen link={link} action={seen} />
      <Section title={t("nominate")}>
        <ConfirmForm
          action={accept}
          schema={openInvitationInput}
          values={{ link }}
          consequence={<p>{t("nominateConsequence")}</p>}
          confirm={t("nominateButton")}
        />
      </Section>
      <DeclineInvitation link={link} action={decline} />
    </div>
  );
}
