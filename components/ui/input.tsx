import type { ComponentProps } from "react";
import { cn } from "./cn";

/** How every field for writing looks, wrong or right. */
export const fieldLook =
  "block w-full min-w-0 rounded-sm border border-edge bg-surface px-3 text-ink hover:border-ink aria-invalid:border-danger aria-invalid:border-2 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted";

/** One line of text. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(fieldLook, "min-h-10 py-1.5 read-only:bg-sunken", className)} {...rest} />;
}
