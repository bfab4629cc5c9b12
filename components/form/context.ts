"use client";

import { createContext, use } from "react";
import { get } from "react-hook-form";
import type { ActionForm } from "./use-action-form";

/** The form the fields stand in. */
export const FormContext = createContext<ActionForm | undefined>(undefined);

/** The form around a component; a field outside of a `<Form>` is a mistake of ours. */
export function useFormAround(): ActionForm {
  const form = use(FormContext);
  if (!form) throw new Error("A field stands outside of a <Form>.");
  return form;
}

/** What a field needs to know of itself: ids, what it holds at first, the key of its error's message. */
export function useField(name: string) {
  const form = useFormAround();
  const held: unknown = get(form.fields.formState.errors, `${name}.message`);
  const error = typeof held === "string" ? held : form.serverErrors[name]?.[0];
  const id = `${form.id}-${name}`;
  const initial: unknown = form.echo ? form.echo[name] : get(form.defaults, name);
  return { form, id, error, initial, helpId: `${id}-help`, errorId: `${id}-error` };
}
