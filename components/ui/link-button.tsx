import type { VariantProps } from "class-variance-authority";
import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonLook } from "./button";
import { cn } from "./cn";

type Props = ComponentProps<typeof Link<Route>> & VariantProps<typeof buttonLook>;

/** A link that looks like a button, for going somewhere as the next step. */
export function LinkButton({ look, size, className, ...rest }: Props) {
  return <Link className={cn(buttonLook({ look, size }), className)} {...rest} />;
}
