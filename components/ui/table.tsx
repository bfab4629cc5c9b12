import type { ComponentProps } from "react";
import { cn } from "./cn";

/**
 * A table with hairlines; scrolls by itself where the page is narrower than it, also by keyboard. It is `relative` so
 * that words for screen readers only, which are placed absolutely, scroll with it and do not widen the page.
 */
export function Table({ className, label, ...rest }: ComponentProps<"table"> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="relative overflow-x-auto print:overflow-visible" aria-label={label} tabIndex={0}>
      <table className={cn("w-full border-collapse text-start text-sm", className)} {...rest} />
    </section>
  );
}

/** The heading of a column. */
export function Th({ className, scope = "col", ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope={scope}
      className={cn(
        "whitespace-nowrap border-edge border-b px-3 py-2 text-start align-bottom font-medium text-muted text-xs first:ps-0 last:pe-0",
        className,
      )}
      {...rest}
    />
  );
}

/** A cell. */
export function Td({ className, ...rest }: ComponentProps<"td">) {
  return (
    <td
      className={cn("border-rule border-b px-3 py-2 align-top first:ps-0 last:pe-0", className)}
      {...rest}
    />
  );
}

/** A row, marked where the pointer is. */
export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={cn("hover:bg-sunken", className)} {...rest} />;
}
