"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { forgetFilterInput, keepFilterInput } from "@/domain/participations/list/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { cn } from "../ui/cn";

type Kept = { id: string; name: string; query: string };

type Props = {
  eventId: string;
  kept: readonly Kept[];
  /** The query part of the address of the list as it is shown. */
  query: string;
  keep: FormAction;
  forget: FormAction;
};

/** The filters somebody keeps for an event's list, and keeping the one that is shown. */
export function SavedFilters({ eventId, kept, query, keep, forget }: Props) {
  const t = useTranslations("participations.saved");
  return (
    <section
      aria-label={t("title")}
      className="mb-4 flex flex-wrap items-start gap-x-4 gap-y-2 text-sm print:hidden"
    >
      {kept.length > 0 && (
        <ul className="flex flex-wrap items-center gap-x-2 gap-y-2">
          {kept.map((one) => (
            <li
              key={one.id}
              className="inline-flex items-center rounded-full border border-edge bg-surface ps-3 pe-1"
            >
              <Link
                href={`?${one.query}` as never}
                aria-current={one.query === query ? "true" : undefined}
                className={cn(
                  "link-quiet inline-flex min-h-8 items-center",
                  one.query === query && "font-medium text-accent",
                )}
              >
                {one.name}
              </Link>
              <Forget id={one.id} name={one.name} action={forget} />
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary className="link flex min-h-8 items-center">{t("keep")}</summary>
        {/* Another filter is another form: what was typed for one does not go on. */}
        <Keep key={query} eventId={eventId} query={query} action={keep} />
      </details>
    </section>
  );
}

function Keep({ eventId, query, action }: { eventId: string; query: string; action: FormAction }) {
  const t = useTranslations("participations.saved");
  const form = useActionForm({
    action,
    schema: keepFilterInput as never,
    defaults: { eventId, query, name: "" },
  });
  return (
    <Form form={form} className="mt-2 max-w-sm space-y-3" doneMessage={t("kept")}>
      <HiddenField name="eventId" />
      <HiddenField name="query" />
      <TextField name="name" label={t("name")} help={t("help")} autoComplete="off" />
      <SubmitButton>{t("button")}</SubmitButton>
    </Form>
  );
}

function Forget({ id, name, action }: { id: string; name: string; action: FormAction }) {
  const t = useTranslations("participations.saved");
  const form = useActionForm({ action, schema: forgetFilterInput as never, defaults: { id } });
  return (
    <Form form={form} doneMessage={null} className="flex">
      <HiddenField name="id" />
      <SubmitButton
        look="quiet"
        size="icon"
        className="size-7 rounded-full"
        aria-label={t("forget", { name })}
      >
        <X aria-hidden />
      </SubmitButton>
    </Form>
  );
}
