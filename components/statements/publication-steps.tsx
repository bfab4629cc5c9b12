"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { publishInput, withdrawInput } from "@/domain/statements/input";
import type { PublishingObstacle } from "@/domain/statements/rules";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { DateTimeField } from "../form/date-time-field";
import { Notice } from "../ui/notice";

type PublishProps = {
  id: string;
  locale: Locale;
  language: string;
  revision: { id: string; number: number } | undefined;
  zone: string;
  obstacles: PublishingObstacle[];
  action: FormAction;
};

/** Publishing one language now or from an instant on, or what stands in the way; nothing where it is done already. */
export function PublishStep({ id, locale, language, revision, zone, obstacles, action }: PublishProps) {
  const t = useTranslations("statements.publish");
  const obstacle = (code: string) => t(`obstacles.${code}` as "obstacles.no_text");
  if (obstacles.length === 1 && obstacles[0] === "already_public") return null;
  if (obstacles.length > 0 || !revision) {
    return (
      <Notice title={t("notYet", { language })}>
        <ul className="list-disc ps-5">
          {obstacles.map((code) => (
            <li key={code}>{obstacle(code)}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <ConfirmDialog
      trigger={t("button", { language })}
      triggerProps={{ look: "primary" }}
      title={t("title", { language, number: revision.number })}
      action={action}
      schema={publishInput as never}
      values={{ id, locale, revisionId: revision.id, zone }}
      consequence={<p>{t("consequence")}</p>}
      confirm={t("confirm")}
      obstacles={obstacle}
    >
      <DateTimeField
        name="publicFrom"
        label={t("publicFrom")}
        help={t("publicFromHelp")}
        zone={zone}
        optional
      />
    </ConfirmDialog>
  );
}

type WithdrawProps = {
  id: string;
  publicationId: string;
  language: string;
  embargoed: boolean;
  action: FormAction;
};

/** Taking a text back from the public, or lifting its embargo for good. */
export function WithdrawStep({ id, publicationId, language, embargoed, action }: WithdrawProps) {
  const t = useTranslations("statements.withdraw");
  return (
    <ConfirmDialog
      trigger={t("button", { language })}
      triggerProps={{ look: "danger" }}
      title={t("title", { language })}
      action={action}
      schema={withdrawInput as never}
      values={{ id, publicationId }}
      consequence={<p>{embargoed ? t("embargoed") : t("consequence")}</p>}
      reason={{ label: t("reason") }}
      confirm={t("confirm")}
      danger
    />
  );
}
