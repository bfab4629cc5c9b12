"use client";

import { useActionState, useEffect } from "react";
import type { Locale } from "@/db/enums";
import type { FormAction, FormState } from "@/lib/form";
import { Button } from "../ui/button";

type Props = {
  accounts: { id: string; text: string; role: string }[];
  locale: Locale;
  next: string;
  action: FormAction<{ go: string }>;
};

/** The demonstration's accounts, each a button: one step into the workspace or the desk, without a mail. */
export function ContinueAs({ accounts, locale, next, action }: Props) {
  const [state, run, pending] = useActionState<FormState<{ go: string }>, FormData>(action, {});
  const go = state.data?.go;
  useEffect(() => {
    if (go) window.location.assign(go);
  }, [go]);
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {accounts.map((account) => (
        <li key={account.id}>
          <form action={run}>
            <input type="hidden" name="id" value={account.id} />
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="next" value={next} />
            <Button type="submit" disabled={pending} className="w-full flex-col items-start gap-0 text-start">
              <span>{account.text}</span>
              <span className="font-normal text-muted text-xs">{account.role}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
