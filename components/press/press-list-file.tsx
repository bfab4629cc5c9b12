"use client";

import { useTranslations } from "next-intl";
import { readListInput } from "@/domain/press-list/input";
import type { FormAction } from "@/lib/form";
import { FileField } from "../form/file-field";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Notice } from "../ui/notice";

type Read = { added: number; changed: number; left: number[] };

/** Reading a press list from a file, and what became of it. */
export function PressListFile({ action }: { action: FormAction<Read> }) {
  const t = useTranslations("press.list");
  const form = useActionForm<Read>({ action, schema: readListInput as never, defaults: {} });
  const read = form.state.data as Read | undefined;
  return (
    <Form form={form} className="max-w-2xl" doneMessage={null}>
      <p className="measure text-sm">{t("fileLead")}</p>
      {read && (
        <Notice tone={read.left.length > 0 ? "warning" : "success"}>
          <p role="status">{t("readDone", { added: read.added, changed: read.changed })}</p>
          {read.left.length > 0 && (
            <p>{t("left", { count: read.left.length, rows: read.left.slice(0, 50).join(", ") })}</p>
          )}
        </Notice>
      )}
      <FileField name="file" label={t("choose")} accept=".csv,.xlsx,text/csv" />
      <SubmitButton>{t("read")}</SubmitButton>
    </Form>
  );
}
