"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { publishMinutesInput, withdrawMinutesInput } from "@/domain/minutes/input";
import type { PublishingObstacle } from "@/domain/minutes/rules";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = {
  itemId: string;
  /** The latest revision, and the one that is published. */
  latest: number | undefined;
  published: number | undefined;
  audience: "public" | "participants" | "organizers";
  obstacles: PublishingObstacle[];
  /** What to know before publishing: who is named. */
  warning?: ReactNode;
  publish: FormAction;
  withdraw: FormAction;
};

/** Opening minutes to the audience of their item, and taking them back. */
export function MinutesSteps({
  itemId,
  latest,
  published,
  audience,
  obstacles,
  warning,
  publish,
  withdraw,
}: Props) {
  const t = useTranslations("minutes.steps");
  const why = useTranslations("minutes.obstacles");
  return (
    <div className="space-y-3 text-sm">
      {obstacles.length > 0 ? (
        <ul className="list-disc space-y-1 ps-5">
          {obstacles.map((code) => (
            <li key={code}>{why(code)}</li>
          ))}
        </ul>
      ) : (
        <p className="measure">{t("who", { audience })}</p>
      )}
      <div className="flex flex-wrap gap-3">
        {obstacles.length === 0 && latest !== undefined && (
          <ConfirmDialog
            trigger={t("publish", { number: latest })}
            triggerProps={{ look: "primary" }}
            title={t("publishTitle", { number: latest })}
            action={publish}
            schema={publishMinutesInput as never}
            values={{ itemId, revision: latest }}
            consequence={
              <>
                <p>{t("who", { audience })}</p>
                <p>{t("pinned")}</p>
                {warning}
              </>
            }
            confirm={t("publish", { number: latest })}
            obstacles={(code) => why(code as PublishingObstacle)}
          />
        )}
        {published !== undefined && (
          <ConfirmDialog
            trigger={t("withdraw")}
            triggerProps={{ look: "danger" }}
            title={t("withdrawTitle")}
            action={withdraw}
            schema={withdrawMinutesInput as never}
            values={{ itemId, revision: published }}
            reason={{ label: t("reason") }}
            consequence={<p>{t("withdrawConsequence", { number: published })}</p>}
            confirm={t("withdraw")}
            danger
          />
        )}
      </div>
    </div>
  );
}
