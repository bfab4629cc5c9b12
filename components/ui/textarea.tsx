import type { ComponentProps } from "react";
import { cn } from "./cn";
import { fieldLook } from "./input";

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cn(fieldLook, "field-sizing-content min-h-24 py-2", className)}
      {...rest}
    />
  );
}
