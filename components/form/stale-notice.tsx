"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { get } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { useFormAround } from "./context";

/** A value as text to compare: dates as they are sent, lists and objects as JSON, ticked boxes in whatever order. */
function asText(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === "string"))
    return JSON.stringify(value.toSorted());
  if (value === null || value === undefined || value === false) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A value as the field shows it to people: the words of a choice, of ticked boxes; everything else as text. */
function asShown(id: string, value: unknown): string {
  if (typeof document === "undefined") return asText(value);
  const field = document.getElementById(id);
  if (field instanceof HTMLSelectElement)
    return [...field.options].find((option) => option.value === asText(value))?.text ?? asText(value);
  if (!(field instanceof HTMLFieldSetElement) || !Array.isArray(value)) return asText(value);
  return [...field.querySelectorAll("input")]
    .filter((box) => value.includes(box.value))
    .map((box) => box.closest("label")?.textContent ?? "")
    .join(", ");
}

function leaves(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path ? `${path}.${key}` : key));
}

/** What someone else saved, `{theirs: {revision, …fields}}` of a stale refusal. */
export function theirsOf(attached: unknown): Record<string, unknown> | undefined {
  if (typeof attached !== "object" || attached === null || !("theirs" in attached)) return undefined;
  const { theirs } = attached;
  return typeof theirs === "object" && theirs !== null ? (theirs as Record<string, unknown>) : undefined;
}

/** Both texts of a stale save, field by field: theirs, as saved meanwhile, and yours, as it stands in the form. */
export function StaleNotice({ attached }: { attached: unknown }) {
  const { fields, id } = useFormAround();
  const t = useTranslations("common.stale");
  const theirs = theirsOf(attached);
  const [labels, setLabels] = useState<Record<string, string>>({});
  const yours = fields.watch();
  // Made on the server for whoever has no script, where there is no page to look at yet.
  const stands = (name: string) =>
    typeof document === "undefined"
      ? get(yours, name) !== undefined
      : document.getElementById(`${id}-${name}`) !== null;
  const differing = leaves(theirs ?? {}).filter(
    ([name, value]) => name !== "revision" && stands(name) && asText(value) !== asText(get(yours, name)),
  );
  const names = differing.map(([name]) => name).join(" ");

  useEffect(() => {
    const printed = names
      .split(" ")
      .map((name) => [name, document.getElementById(`${id}-${name}-label`)?.textContent ?? name]);
    setLabels(Object.fromEntries(printed));
  }, [names, id]);

  if (differing.length === 0) return <p>{t("same")}</p>;
  return (
    <dl className="mt-3 space-y-4">
      {differing.map(([name, value]) => (
        <div key={name} className="border-rule border-t pt-2">
          <dt className="font-medium">{labels[name] ?? name}</dt>
          <dd className="mt-1 grid gap-3 sm:grid-cols-2">
            <div>
              <p className="text-muted text-xs">{t("theirs")}</p>
              <p className="max-h-60 overflow-y-auto whitespace-pre-wrap">
                {asShown(`${id}-${name}`, value) || t("empty")}
              </p>
              <Button
                size="small"
                className="mt-1"
                onClick={() => fields.setValue(name, value, { shouldDirty: true, shouldValidate: true })}
              >
                {t("take")}
              </Button>
            </div>
            <div>
              <p className="text-muted text-xs">{t("yours")}</p>
              <p className="max-h-60 overflow-y-auto whitespace-pre-wrap">
                {asShown(`${id}-${name}`, get(yours, name)) || t("empty")}
              </p>
            </div>
          </dd>
        </div>
      ))}
    </dl>
  );
}
