"use client";

import type { ComponentProps } from "react";
import { readInline } from "@/domain/statements/inline/rules";
import { problemMessages } from "@/domain/statements/text/input";
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
  const [problem] = readInline(value).problems;
  const shown = problem ? problemMessages[problem] : error;
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
        aria-invalid={shown ? true : undefined}
        aria-describedby={shown ? errorId : undefined}
        value={value}
      />
      <FieldError id={errorId} error={shown} />
    </>
  );
}
