"use client";

import { useTranslations } from "next-intl";
import { revokeStarsInput } from "@/domain/agenda-subscriptions/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";
import { keepStars, starsOf } from "./stars";

type Props = { eventId: string; link: string; action: FormAction };

/** Ends a private link; the stars of this browser stay. */
export function RevokeStars({ eventId, link, action }: Props) {
  const t = useTranslations("myAgenda.link");
  function forget() {
    const { items, link: own } = starsOf(eventId);
    if (own === link) keepStars(eventId, { items });
  }
  return (
    <details className="text-sm">
      <summary className="link min-h-6">{t("revoke")}</summary>
      <div className="mt-3">
        <ConfirmForm
          action={action}
          schema={revokeStarsInput}
          values={{ link }}
          consequence={<p>{t("revokeText")}</p>}
          confirm={t("revoke")}
          danger
          onDone={forget}
        />
      </div>
    </details>
  );
}
