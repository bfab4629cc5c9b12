"use client";

import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { asAttribute, FieldFrame, type FieldProps, useControl } from "./field";

type TextProps = FieldProps &
  Pick<
    ComponentProps<"input">,
    | "type"
    | "autoComplete"
    | "inputMode"
    | "lang"
    | "list"
    | "min"
    | "max"
    | "placeholder"
    | "spellCheck"
    | "readOnly"
  >;

/** One line of text, a number, an e-mail address, a day (`type="date"`). */
export function TextField({ name, label, help, optional, className, type = "text", ...input }: TextProps) {
  const { control, initial } = useControl(name, { help, optional });
  return (
    <FieldFrame {...{ name, label, help, optional, className }}>
      <Input {...input} {...control} type={type} defaultValue={asAttribute(initial)} />
    </FieldFrame>
  );
}

type AreaProps = FieldProps &
  Pick<ComponentProps<"textarea">, "rows" | "lang" | "autoComplete" | "spellCheck">;

/** Several lines of text. */
export function TextArea({ name, label, help, optional, className, ...area }: AreaProps) {
  const { control, initial } = useControl(name, { help, optional });
  return (
    <FieldFrame {...{ name, label, help, optional, className }}>
      <Textarea {...area} {...control} defaultValue={asAttribute(initial)} />
    </FieldFrame>
  );
}
