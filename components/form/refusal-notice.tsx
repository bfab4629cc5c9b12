"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { misfilled } from "@/lib/form";
import { useFormAround } from "./context";
import { useFocusAfter } from "./focus-after";
import { StaleNotice } from "./stale-notice";

type Props = { obstacles?: (code: string) => string };

/** Why the deed was refused, and what to do. Takes the focus; what was typed stands untouched below. */
export function RefusalNotice({ obstacles }: Props) {
  const { state, pending, attempts } = useFormAround();
  const refusalText = useRefusalText();
  const notice = useRef<HTMLDivElement>(null);
  const refusal = state.serverError;

  useFocusAfter(attempts, notice);

  // What is wrong with fields stands beside them, and in the summary.
  if (!refusal || pending || refusal.code === misfilled) return null;
  const list =
    refusal.code === "obstacles" && Array.isArray(refusal.attached) ? refusal.attached.map(String) : [];
  return (
    <div ref={notice} tabIndex={-1} role="alert">
      <Notice
        tone={refusal.code === "stale" ? "warning" : "danger"}
        title={refusalText(refusal.code, refusal.details)}
      >
        {obstacles && list.length > 0 && (
          <ul className="list-disc space-y-1 ps-5">
            {list.map((code) => (
              <li key={code}>{obstacles(code)}</li>
            ))}
          </ul>
        )}
        {refusal.code === "stale" && <StaleNotice attached={refusal.attached} />}
      </Notice>
    </div>
  );
}

/** The words for the code of a refusal; one that has none is said to be unexpected. */
export function useRefusalText(): (code: string, details?: Record<string, string | number>) => string {
  const t = useTranslations("refusals");
  return (code, details) => {
    // The codes come from verbs as plain strings; `has` asks whether there is such a message.
    const known = code as Parameters<typeof t>[0];
    return t.has(known) ? t(known, details) : t("unexpected");
  };
}
