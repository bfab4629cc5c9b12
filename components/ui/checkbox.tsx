import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A box to tick; its label stands beside it. */
export function Checkbox({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return <input type="checkbox" className={cn("size-5 shrink-0 rounded-sm", className)} {...rest} />;
}
