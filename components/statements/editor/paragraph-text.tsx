"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { readInline } from "@/domain/statements/inline/rules";
import { useField } from "../../form/context";
import { FieldError } from "../../form/field";
import { Textarea } from "../../ui/textarea";

type Props = { index: number; label: string; value: string } & Omit<
  ComponentProps<"textarea">,
  "name" | "value"
>;

/** The words of a paragraph, with what is wrong with their brackets and links said while they are typed. */
export function ParagraphText({ index, label, value, ...area }: Props) {
  const name = `paragraphs.${index}.text`;
  const { id, error, errorId } = useField(name);
  const t = useTranslations("statements.editor.problems");
  const [problem] = readInline(value).problems;
  const shown = problem === undefined ? error : undefined;
  return (
    <>
      <label id={`${id}-label`} htmlFor={id} className="sr-only">
        {label}
      </label>
      <Textarea
        {...area}
        id={id}
        name={name}
        rows={3}
        className="field-sizing-content min-h-20 font-serif"
        aria-invalid={problem || error ? true : undefined}
        aria-describedby={problem || error ? errorId : undefined}
        value={value}
      />
      {problem ? (
        <p id={errorId} className="font-medium text-danger text-sm">
          {t(problem)}
        </p>
      ) : (
        <FieldError id={errorId} error={shown} />
      )}
    </>
  );
}
