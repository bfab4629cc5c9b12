"use client";

import { useTranslations } from "next-intl";
import { Notice } from "../../ui/notice";
import type { Stale } from "./use-text-form";

/** That somebody saved meanwhile: merged by itself, or with conflicts to decide. */
export function MergeNotice({
  stale,
  mergedWith,
}: {
  stale: Stale | undefined;
  mergedWith: { number: number; name: string } | null;
}) {
  const t = useTranslations("statements.editor.conflict");
  if (stale) {
    const { number, savedByName } = stale.latest;
    return (
      <Notice tone="warning" title={t("stale", { number, name: savedByName })}>
        <p>{t("decide", { count: stale.conflicts.length })}</p>
        {stale.titleConflict && <p>{t("titles", { theirs: stale.titleConflict.theirs })}</p>}
      </Notice>
    );
  }
  if (!mergedWith) return null;
  return (
    <div role="status">
      <Notice tone="success" title={t("merged", mergedWith)}>
        <p>{t("mergedText")}</p>
      </Notice>
    </div>
  );
}
