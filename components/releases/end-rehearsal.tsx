"use client";

import { useActionState } from "react";
import type { FormAction, FormState } from "@/lib/form";
import { Button } from "../ui/button";

/** The way out of a rehearsal; works without any script. */
export function EndRehearsal({ label, action }: { label: string; action: FormAction }) {
  const [, leave, pending] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={leave}>
      <Button type="submit" size="small" disabled={pending}>
        {label}
      </Button>
    </form>
  );
}
