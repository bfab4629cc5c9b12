"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormProvider } from "react-hook-form";
import { cn } from "@/components/ui/cn";
import { FormContext } from "./context";
import { ErrorSummary } from "./error-summary";
import { RefusalNotice } from "./refusal-notice";
import { UnsavedGuard } from "./unsaved-guard";
import type { ActionForm } from "./use-action-form";

type Props = {
  form: ActionForm;
  children: ReactNode;
  /** Asks before leaving the page with unsaved changes; for the workspace. */
  guard?: boolean;
  /** Says that the deed was done; null says nothing (where the page itself shows it). */
  doneMessage?: ReactNode;
  /** The words for an obstacle's code, where the verb answers with a list of obstacles. */
  obstacles?: (code: string) => string;
  className?: string;
};

/** A form: the summary of what is wrong on top, the fields, and what became of the last attempt. */
export function Form({ form, children, guard = false, doneMessage, obstacles, className }: Props) {
  const t = useTranslations("common.form");
  return (
    <FormContext value={form}>
      <FormProvider {...form.fields}>
        <form
          action={form.formAction}
          onSubmit={form.onSubmit}
          noValidate
          className={cn("space-y-6", className)}
        >
          <ErrorSummary />
          <RefusalNotice obstacles={obstacles} />
          {children}
          <p role="status" className="text-sm text-success empty:hidden">
            {form.done && doneMessage !== null ? (doneMessage ?? t("saved")) : null}
          </p>
          {guard && <UnsavedGuard />}
        </form>
      </FormProvider>
    </FormContext>
  );
}
