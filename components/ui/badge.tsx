import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** What a state means at a glance. The colour never stands alone: a badge has its word. */
export const badgeLook = cva(
  "inline-flex items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 py-0.5 text-xs font-medium leading-4 [&_svg]:size-3.5 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "border-rule bg-sunken text-ink",
        info: "border-info/30 bg-info-soft text-info",
        success: "border-success/30 bg-success-soft text-success",
        warning: "border-warning/30 bg-warning-soft text-warning",
        danger: "border-danger/30 bg-danger-soft text-danger",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

/** The tones a state can have. */
export type Tone = NonNullable<VariantProps<typeof badgeLook>["tone"]>;

/** A short word set apart. For the states of things use `StatusBadge`, which knows their words and icons. */
export function Badge({ tone, className, ...rest }: ComponentProps<"span"> & { tone?: Tone }) {
  return <span className={cn(badgeLook({ tone }), className)} {...rest} />;
}
