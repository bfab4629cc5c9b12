"use client";

import { useTranslations } from "next-intl";
import { openInput } from "@/domain/delegations/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Section } from "../ui/section";

type Opened = { opened: number };
type Props = { eventId: string; organisations: Choice[]; action: FormAction<Opened> };

/** Opening the delegations of all members in one go, or of some organisations. */
export function OpenForm({ eventId, organisations, action }: Props) {
  const t = useTranslations("delegations.openNow");
  return (
    <div className="space-y-8">
      <Section title={t("members")}>
        <OpenMembers eventId={eventId} action={action} />
      </Section>
      <Section title={t("some")}>
        {organisations.length === 0 ? (
          <p className="text-muted text-sm">{t("none")}</p>
        ) : (
          <OpenSome eventId={eventId} organisations={organisations} action={action} />
        )}
      </Section>
    </div>
  );
}

function OpenMembers({ eventId, action }: Omit<Props, "organisations">) {
  const t = useTranslations("delegations.openNow");
  const form = useActionForm<Opened>({
    action,
    schema: openInput as never,
    defaults: { eventId, members: true },
  });
  return (
    <Form form={form} doneMessage={t("done", { count: opened(form.state.data) })} className="space-y-4">
      <HiddenField name="eventId" />
      <HiddenField name="members" />
      <p className="measure text-sm">{t("membersText")}</p>
      <SubmitButton>{t("membersButton")}</SubmitButton>
    </Form>
  );
}

function OpenSome({ eventId, organisations, action }: Props) {
  const t = useTranslations("delegations.openNow");
  const form = useActionForm<Opened>({
    action,
    schema: openInput as never,
    defaults: { eventId, organisationIds: [] },
  });
  return (
    <Form form={form} doneMessage={t("done", { count: opened(form.state.data) })} className="space-y-4">
      <HiddenField name="eventId" />
      <CheckboxesField name="organisationIds" label={t("choose")} choices={organisations} />
      <SubmitButton look="secondary">{t("button")}</SubmitButton>
    </Form>
  );
}

const opened = (data: unknown) => (data as Opened | undefined)?.opened ?? 0;
