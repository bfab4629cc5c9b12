"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { submitInput } from "@/domain/delegations/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import type { Button } from "../ui/button";

type Props = {
  delegationId: string;
  /** Those to be submitted, each as it was seen. */
  people: { id: string; revision: number; name: string }[];
  look?: ComponentProps<typeof Button>["look"];
  action: FormAction;
};

/** Submitting nominations, one or all: whom it reaches is said before it is done. */
export function SubmitPeople({ delegationId, people, look = "primary", action }: Props) {
  const t = useTranslations("delegations.submit");
  const obstacles = useTranslations("delegations.obstacles");
  const chosen = people.map(({ id, revision }) => `${id}:${revision}`).join(",");
  const count = people.length;
  return (
    <ConfirmDialog
      key={chosen}
      trigger={t("button", { count })}
      triggerProps={{ look }}
      title={t("title", { count })}
      action={action}
      schema={submitInput as never}
      values={{ delegationId, chosen }}
      consequence={<p>{t("consequence", { names: people.map(({ name }) => name).join(", ") })}</p>}
      confirm={t("confirm")}
      obstacles={(code) => obstacles(code as "no_head")}
    />
  );
}
