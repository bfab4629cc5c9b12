import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** How things that are pressed look: one primary per view, the rest quiet; `danger` for what cannot be undone. */
export const buttonLook = cva(
  "inline-flex items-center justify-center gap-2 rounded-sm border font-medium text-center leading-tight no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60 print:hidden [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary:
          "border-accent bg-accent text-accent-contrast hover:border-accent-strong hover:bg-accent-strong",
        secondary: "border-edge bg-surface text-ink hover:border-ink hover:bg-sunken",
        quiet: "border-transparent bg-transparent text-ink hover:bg-sunken",
        danger: "border-danger bg-surface text-danger hover:bg-danger-soft",
      },
      size: {
        small: "min-h-8 px-2.5 py-1 text-sm",
        normal: "min-h-10 px-4 py-2 text-sm",
        icon: "size-9 p-0",
      },
    },
    defaultVariants: { look: "secondary", size: "normal" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof buttonLook>;

/** A button. It does nothing of itself: `type="submit"` is said where a form is sent. */
export function Button({ look, size, className, type = "button", ...rest }: Props) {
  return <button type={type} className={cn(buttonLook({ look, size }), className)} {...rest} />;
}
