"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import type { ParticipationClass } from "@/db/enums";
import { fillsIn, goesAbove, type Room } from "@/domain/delegations/rules";
import { Notice } from "../ui/notice";

/** Says, while a form is filled in, that the delegation has no room left in the class; it may be sent all the same. */
export function QuotaWarning({ room }: { room: Room }) {
  const t = useTranslations("participations");
  const { control } = useFormContext<{ organisationId: string; class: ParticipationClass }>();
  const [organisationId, of] = useWatch({ control, name: ["organisationId", "class"] });
  const fills = fillsIn(room, organisationId);
  const { quota, taken } = fills.find((fill) => fill.class === of) ?? { quota: 0, taken: 0 };
  return (
    <div aria-live="polite" className="empty:hidden">
      {organisationId && goesAbove(fills, of) && (
        <Notice tone="warning">{t("aboveQuota", { quota: quota ?? 0, taken })}</Notice>
      )}
    </div>
  );
}
