"use client";

import type { ComponentProps, ReactNode } from "react";
import type { z } from "zod";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = {
  action: FormAction;
  schema: z.ZodType;
  /** What goes with the step: ids and the revision it is made on. */
  values: Record<string, string | number>;
  look?: ComponentProps<typeof SubmitButton>["look"];
  size?: ComponentProps<typeof SubmitButton>["size"];
  /** The button's name where its word alone does not say whom it is about. */
  label?: string;
  children: ReactNode;
};

/** One button that does one thing at once, and says why where it is refused. */
export function StepForm({ action, schema, values, look = "secondary", size, label, children }: Props) {
  const form = useActionForm({ action, schema: schema as never, defaults: values });
  return (
    <Form form={form} doneMessage={null} className="space-y-2">
      {Object.keys(values).map((name) => (
        <HiddenField key={name} name={name} />
      ))}
      <SubmitButton look={look} size={size} aria-label={label}>
        {children}
      </SubmitButton>
    </Form>
  );
}
