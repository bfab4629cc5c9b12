"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import type { Locale } from "@/db/enums";
import { readTextInput } from "@/domain/statements/import/input";
import { type FormAction, nested } from "@/lib/form";
import { FileField } from "../../form/file-field";
import { Form } from "../../form/form";
import { HiddenField } from "../../form/hidden-field";
import { SubmitButton } from "../../form/submit-button";
import { TextArea } from "../../form/text-field";
import { useActionForm } from "../../form/use-action-form";
import { ImportPreview, type Read } from "./import-preview";

type Props = {
  statementId: string;
  locale: Locale;
  read: FormAction<Read>;
  take: FormAction;
};

const accept =
  ".docx,.md,.markdown,.txt,text/plain,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Bringing in a text in two steps: it is read, and then looked through. Both forms are known to the page from the
 * beginning, so that what is refused before any script has run comes back as it was typed.
 */
export function ImportText({ statementId, locale, read, take }: Props) {
  const t = useTranslations("statements.files");
  const reading = useActionForm<Read>({
    action: read,
    schema: readTextInput as never,
    defaults: { id: statementId, pasted: "" },
    // The second form has been there since the page was opened, and now learns what it is about.
    onDone: (read) =>
      taking.fields.reset({ id: statementId, basedOn: read.basedOn, title: read.title, note: t("imported") }),
  });
  const found = reading.state.data as Read | undefined;
  // What the second form holds is known only after the first: the server alone looks at it.
  const taking = useActionForm({
    action: take,
    schema: z.looseObject({}) as never,
    defaults: {
      id: statementId,
      basedOn: found?.basedOn ?? "",
      title: found?.title ?? "",
      note: t("imported"),
    },
  });
  const typed = taking.echo && (nested(taking.echo) as { paragraphs?: Read["paragraphs"] });
  const paragraphs = found?.paragraphs ?? typed?.paragraphs;
  return (
    <div className="space-y-10">
      <Form form={reading} className="max-w-2xl space-y-4" doneMessage={null}>
        <HiddenField name="id" />
        <TextArea name="pasted" label={t("paste")} help={t("pasteHelp")} rows={8} lang={locale} optional />
        <FileField name="file" label={t("file")} help={t("fileHelp")} accept={accept} optional />
        <SubmitButton look={paragraphs ? "secondary" : "primary"}>{t("read")}</SubmitButton>
      </Form>
      {paragraphs && (
        <ImportPreview
          key={found ? `${reading.attempts}-${paragraphs.length}-${paragraphs[0]?.text}` : "typed"}
          form={taking}
          locale={locale}
          paragraphs={paragraphs}
        />
      )}
    </div>
  );
}
