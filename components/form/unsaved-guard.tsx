"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useFormAround } from "./context";

/** Asks before a link, a reload or a closed tab throws away what was typed. */
export function UnsavedGuard() {
  const { fields, pending } = useFormAround();
  const t = useTranslations("common.form");
  const question = t("leave");
  const guarded = fields.formState.isDirty && !pending;

  useEffect(() => {
    if (!guarded) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || link.getAttribute("href")?.startsWith("#") || link.getAttribute("target") === "_blank")
        return;
      if (
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        link.hasAttribute("download")
      )
        return;
      if (window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [guarded, question]);

  return null;
}
