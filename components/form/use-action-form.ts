"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { unstable_rethrow } from "next/navigation";
import {
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from "react";
import { type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { type Echo, echoed, type FormAction, type FormState, fieldErrors, nested } from "@/lib/form";

type Options<Data> = {
  /** The server action, passed down by the page. Called with the form's fields as they stand in the page. */
  action: FormAction<Data>;
  /** The same schema the action parses with. */
  schema: z.ZodType<FieldValues, FieldValues>;
  /** What the fields hold at first; hidden values (`id`, `revision`) belong here too. */
  defaults: FieldValues;
  /** The names of the fields as the summary of errors prints them before any script has run. */
  labels?: Record<string, string>;
  /** Called with the action's answer when the deed was done. */
  onDone?: (data: Data) => void;
};

/** A form and its action, as the components of `components/form` share it. */
export type ActionForm = {
  id: string;
  fields: UseFormReturn;
  state: FormState;
  pending: boolean;
  done: boolean;
  defaults: FieldValues;
  labels: Record<string, string>;
  /** The values of a form that was sent before any script ran and came back refused. */
  echo: Echo | undefined;
  /** The server's errors by field name, until they are handed to react-hook-form. */
  serverErrors: Record<string, string[]>;
  /** Grows with every refused attempt, so that the summary takes the focus. */
  attempts: number;
  formAction: (form: FormData) => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * Joins a schema, react-hook-form and a server action. Before and without JavaScript the browser posts the form and
 * the page comes back with the answer in `useActionState`; with it, the fields are checked here by the same schema and
 * the answer changes nothing but the messages. A connection that fails is an answer too: nothing typed is lost.
 */
export function useActionForm<Data>({
  action,
  schema,
  defaults,
  labels = {},
  onDone,
}: Options<Data>): ActionForm {
  const id = useId();
  const [posted, formAction] = useActionState<FormState<Data>, FormData>(action, {});
  const [answer, setAnswer] = useState<FormState<Data>>();
  const [pending, send] = useTransition();
  const [attempts, setAttempts] = useState(0);
  const [adopted, setAdopted] = useState<FormState<Data>>();
  const state = answer ?? posted;
  const [echo] = useState(() => echoed(posted));

  const fields = useForm({
    resolver: zodResolver(schema),
    defaultValues: echo ? { ...defaults, ...(nested(echo) as FieldValues) } : defaults,
    shouldFocusError: false,
  });

  useAdoptedAnswer({
    state,
    defaults,
    fields,
    onDone,
    onRefused: () => setAttempts((n) => n + 1),
    setAdopted,
  });

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const element = event.currentTarget;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const sent = () => {
      const data = new FormData(element, submitter);
      send(async () => {
        const next = await answered(action, state, data);
        startTransition(() => setAnswer(next));
      });
    };
    void fields.handleSubmit(sent, () => setAttempts((n) => n + 1))(event);
  }

  return {
    id,
    fields,
    state,
    pending,
    done: !pending && state.data !== undefined && !fields.formState.isDirty,
    defaults,
    labels,
    echo,
    serverErrors: adopted === state ? {} : fieldErrors(state),
    attempts,
    formAction,
    onSubmit,
  };
}

async function answered<Data>(action: FormAction<Data>, state: FormState<Data>, data: FormData) {
  try {
    return await action(state, data);
  } catch (error) {
    unstable_rethrow(error);
    return { serverError: { code: "unreachable" } } satisfies FormState<Data>;
  }
}

type Adoption<Data> = Pick<Options<Data>, "defaults" | "onDone"> & {
  state: FormState<Data>;
  fields: UseFormReturn;
  onRefused: () => void;
  setAdopted: (state: FormState<Data>) => void;
};

/** Hands a new answer to react-hook-form: errors to their fields; after a deed, what was saved is the new beginning. */
function useAdoptedAnswer<Data>({ state, defaults, fields, onDone, onRefused, setAdopted }: Adoption<Data>) {
  const seen = useRef<FormState<Data>>(undefined);
  const begun = useRef(JSON.stringify(defaults));
  useEffect(() => {
    if (seen.current === state) return;
    seen.current = state;
    const errors = Object.entries(fieldErrors(state));
    for (const [name, [message]] of errors)
      fields.setError(name || "root.server", { type: "server", message });
    setAdopted(state);
    if (errors.length > 0 || state.serverError) onRefused();
    if (state.data === undefined) return;
    const fresh = JSON.stringify(defaults);
    const shown = fields.getValues();
    fields.reset(fresh === begun.current ? shown : withEmptyFields(defaults, shown));
    begun.current = fresh;
    onDone?.(state.data);
  }, [state, defaults, fields, onDone, onRefused, setAdopted]);
}

/** A text that is not there stands in the page as an empty field; without this the form would call itself changed. */
function withEmptyFields(saved: FieldValues, shown: FieldValues): FieldValues {
  const added = Object.entries(shown).map(([name, value]) => {
    const held = saved[name];
    if (isGroup(held) && isGroup(value)) return [name, withEmptyFields(held, value)];
    return [name, held === undefined && typeof value === "string" ? "" : held];
  });
  return { ...saved, ...Object.fromEntries(added) };
}

const isGroup = (value: unknown): value is FieldValues =>
  typeof value === "object" && value !== null && !Array.isArray(value);
