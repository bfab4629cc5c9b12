"use client";

import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { useFormAround } from "./context";

/** Sends the form; disabled only while sending. */
export function SubmitButton({ children, look = "primary", ...rest }: ComponentProps<typeof Button>) {
  const { pending } = useFormAround();
  return (
    <Button {...rest} type="submit" look={look} disabled={pending} aria-busy={pending || undefined}>
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </Button>
  );
}
