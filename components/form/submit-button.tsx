"use client";

import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { useFormAround } from "./context";

/** Sends the form; disabled only while sending, or where there is nothing to do. */
export function SubmitButton({
  children,
  look = "primary",
  disabled,
  ...rest
}: ComponentProps<typeof Button>) {
  const { pending } = useFormAround();
  return (
    <Button
      {...rest}
      type="submit"
      look={look}
      disabled={pending || disabled}
      aria-busy={pending || undefined}
    >
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </Button>
  );
}
