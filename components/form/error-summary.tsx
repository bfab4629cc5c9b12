"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { FieldErrors } from "react-hook-form";
import { Notice } from "@/components/ui/notice";
import { useFormAround } from "./context";
import { useErrorText } from "./error-text";
import { useFocusAfter } from "./focus-after";

/** The messages of react-hook-form by field name; those of the whole form stand under `""`. */
function flat(errors: FieldErrors, path = ""): [string, string][] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || typeof error !== "object") return [];
    const name =
      key === "" || key === "root" || (path === "" && key === "server") ? "" : path ? `${path}.${key}` : key;
    if (typeof error.message === "string") return [[name, error.message] satisfies [string, string]];
    return flat(error as FieldErrors, name);
  });
}

/** What is wrong, at the top, each a link to its field. Takes the focus after a refused attempt. */
export function ErrorSummary() {
  const form = useFormAround();
  const t = useTranslations("common.form");
  const errorText = useErrorText();
  const summary = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState(form.labels);
  const fromServer = Object.entries(form.serverErrors).map(
    ([name, [message = ""]]) => [name, message] as const,
  );
  const found = flat(form.fields.formState.errors);
  const errors = found.length > 0 ? found : fromServer;
  const names = errors.map(([name]) => name).join(" ");

  useEffect(() => {
    const printed = names
      .split(" ")
      .map((name) => [name, document.getElementById(`${form.id}-${name}-label`)?.textContent ?? ""])
      .filter(([, label]) => label);
    setLabels({ ...form.labels, ...Object.fromEntries(printed) });
  }, [names, form.id, form.labels]);

  useFocusAfter(form.attempts, summary);

  if (errors.length === 0) return null;
  return (
    <div ref={summary} tabIndex={-1} role="alert">
      <Notice tone="danger" title={t("errors", { count: errors.length })}>
        <ul className="list-disc space-y-1 ps-5">
          {errors.map(([name, message]) => (
            <li key={name}>
              {name === "" ? (
                errorText(message)
              ) : (
                <a className="underline" href={`#${form.id}-${name}`}>
                  {labels[name] && `${labels[name]}: `}
                  {errorText(message)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
