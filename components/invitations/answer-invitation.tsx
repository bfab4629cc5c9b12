"use client";

import { useTranslations } from "next-intl";
import { acceptInvitationInput } from "@/domain/invitations/input";
import type { FormAction } from "@/lib/form";
import type { Choice } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { emptyPerson, PersonFields } from "../participations/person-fields";
import { Section } from "../ui/section";
import { DeclineInvitation } from "./decline-invitation";
import { Seen } from "./seen";

type Props = {
  link: string;
  name: string;
  email: string;
  organisations: Choice[];
  /** Days after the event that needs are kept. */
  keptDays: number;
  seen: FormAction;
  accept: FormAction;
  decline: FormAction;
};

/** Accepting a personal invitation with what is needed to come, or declining it. Both work without JavaScript. */
export function AnswerInvitation(props: Props) {
  const { link, name, email, organisations, keptDays, seen, accept, decline } = props;
  const t = useTranslations("invitation");
  const defaults = { ...emptyPerson, name, link };
  const form = useActionForm({ action: accept, schema: acceptInvitationInput, defaults });
  return (
    <div className="max-w-2xl space-y-10">
      <Seen link={link} action={seen} />
      <Section title={t("accept")}>
        <p className="mb-6 text-sm">{t("address", { email })}</p>
        <Form form={form} doneMessage={null}>
          <HiddenField name="link" />
          <PersonFields organisations={organisations} keptDays={keptDays} />
          <p className="measure text-muted text-sm">{t("privacy")}</p>
          <SubmitButton>{t("accept")}</SubmitButton>
        </Form>
      </Section>
      <DeclineInvitation link={link} action={decline} />
    </div>
  );
}
