"use client";

import { useLocale, useTranslations } from "next-intl";
import { type CommentAudience, commentAudiences, type Localized } from "@/db/enums";
import { sayInput, withdrawCommentInput } from "@/domain/comments/input";
import type { FormAction } from "@/lib/form";
import { pick } from "@/lib/i18n/pick";
import { type Choice, SelectField } from "../form/choice-fields";
import { ConfirmForm } from "../form/confirm-dialog";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Time } from "../time";
import { Badge } from "../ui/badge";

/** A comment as its readers see it. */
export type Comment = {
  id: string;
  organisationId: string | null;
  organisation: Localized | null;
  author: string;
  audience: CommentAudience;
  text: string;
  saidAt: Date;
};

type Props = {
  comments: Comment[];
  zone: string;
  /** Whose comments the reader may take back: their organisation's, or (`null`) the secretariat's. */
  own: string | null;
  withdraw: FormAction;
};

/** What is said, and for whom; one's own can be taken back. */
export function Comments({ comments, zone, own, withdraw }: Props) {
  const t = useTranslations("negotiation.comments");
  const audiences = useTranslations("enums.commentAudience");
  const locale = useLocale();
  if (comments.length === 0) return null;
  return (
    <ul className="space-y-3 text-sm">
      {comments.map((comment) => (
        <li key={comment.id} className="space-y-1 border-rule border-s-2 ps-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
            <span className="font-medium text-ink">
              {comment.organisation ? pick(comment.organisation, locale).text : t("secretariat")}
            </span>
            <span>{comment.author}</span>
            <Time at={comment.saidAt} zone={zone} />
            <Badge>{t("to", { audience: audiences(comment.audience) })}</Badge>
          </p>
          <p className="whitespace-pre-line break-words">{comment.text}</p>
          {comment.organisationId === own && (
            <details>
              <summary className="link inline-block min-h-6 text-xs">{t("withdraw")}</summary>
              <ConfirmForm
                schema={withdrawCommentInput as never}
                values={{ id: comment.id }}
                action={withdraw}
                consequence={<p>{t("withdrawMeans")}</p>}
                confirm={t("withdraw")}
                danger
              />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

type SayProps = {
  values: { id: string; paragraphId?: string; amendmentId?: string };
  /** Who the reader can speak to; all audiences where nothing is said. */
  audiences?: readonly CommentAudience[];
  /** Where the paragraph is chosen in the form. */
  paragraphs?: Choice[];
  action: FormAction;
};

/** Saying something, to an audience. */
export function SayForm({ values, audiences = commentAudiences, paragraphs, action }: SayProps) {
  const t = useTranslations("negotiation.comments");
  const names = useTranslations("enums.commentAudience");
  const form = useActionForm({
    action,
    schema: sayInput as never,
    defaults: { paragraphId: "", amendmentId: "", audience: audiences[0], text: "", ...values },
    onDone: () => form.fields.setValue("text", ""),
  });
  return (
    <Form form={form} className="space-y-4" doneMessage={t("sent")}>
      <HiddenField name="id" />
      {paragraphs ? (
        <SelectField
          name="paragraphId"
          label={t("paragraph")}
          none={t("general")}
          choices={paragraphs}
          optional="unsaid"
        />
      ) : (
        <HiddenField name="paragraphId" />
      )}
      <HiddenField name="amendmentId" />
      <TextArea name="text" label={t("text")} rows={3} />
      <SelectField
        name="audience"
        label={t("audience")}
        choices={audiences.map((value) => ({ value, label: names(value) }))}
      />
      <SubmitButton look="secondary">{t("send")}</SubmitButton>
    </Form>
  );
}
