import type { ComponentProps } from "react";
import { cn } from "./cn";
import { fieldLook } from "./input";

/** A choice of one, the browser's own: works with every keyboard, telephone and reader. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select className={cn(fieldLook, "min-h-10 py-1.5 pe-8", className)} {...rest} />;
}
