"use client";

import { useTranslations } from "next-intl";
import type { ParticipationClass } from "@/db/enums";
import { type Fill, hasRoom } from "@/domain/delegations/rules";
import { CheckboxField, SelectField } from "../form/choice-fields";

type Props = { fills: readonly Fill[]; current?: ParticipationClass };

/** As what somebody comes: the classes with room, and the one they are in; and whether they stand in for the head. */
export function ClassField({ fills, current }: Props) {
  const t = useTranslations("delegations");
  const classes = useTranslations("enums.participationClass");
  const open = fills.filter((fill) => fill.class === current || hasRoom(fills, fill.class));
  const label = ({ class: of, quota, taken }: Fill) =>
    quota === null || of === current
      ? classes(of)
      : t("classLeft", { name: classes(of), left: quota - taken });
  return (
    <>
      <SelectField
        name="class"
        label={t("field.class")}
        choices={open.map((fill) => ({ value: fill.class, label: label(fill) }))}
      />
      <CheckboxField name="alternate" label={t("field.alternate")} />
    </>
  );
}
