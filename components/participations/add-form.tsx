"use client";

import { useTranslations } from "next-intl";
import { type Locale, locales } from "@/db/enums";
import type { Room } from "@/domain/delegations/rules";
import { addInput } from "@/domain/participations/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { emptyPerson, PersonFields } from "./person-fields";
import { QuotaWarning } from "./quota-warning";
import { ClassSelect, emptyStyle, StyleFields } from "./style-fields";

type Props = {
  eventId: string;
  locale: Locale;
  organisations: Choice[];
  /** Days after the event that needs are kept. */
  keptDays: number;
  room: Room;
  action: FormAction;
};

/** Adding somebody by hand: a seat where there is one, otherwise the waiting list. */
export function AddForm({ eventId, locale, organisations, keptDays, room, action }: Props) {
  const t = useTranslations("participations");
  const enums = useTranslations("enums");
  const defaults = { ...emptyPerson, ...emptyStyle, eventId, email: "", locale, class: "delegate" };
  const form = useActionForm({ action, schema: addInput as never, defaults });
  return (
    <Form form={form} guard className="max-w-2xl">
      <HiddenField name="eventId" />
      <StyleFields />
      <PersonFields organisations={organisations} email keptDays={keptDays} />
      <div className="grid gap-6 sm:grid-cols-2">
        <ClassSelect />
        <SelectField
          name="locale"
          label={t("language")}
          choices={locales.map((value) => ({ value, label: enums(`locale.${value}`) }))}
        />
      </div>
      <QuotaWarning room={room} />
      <SubmitButton>{t("addButton")}</SubmitButton>
    </Form>
  );
}
