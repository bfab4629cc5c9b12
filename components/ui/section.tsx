import { type ReactNode, useId } from "react";
import { cn } from "./cn";

type Props = {
  title: ReactNode;
  level?: 2 | 3;
  /** Beside the heading: a link to all of them, a button. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A part of a page under a hairline, named by its heading. */
export function Section({ title, level = 2, aside, children, className }: Props) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby={id} className={cn("border-rule border-t pt-4", className)}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading id={id} className={level === 2 ? "text-xl" : "text-lg"}>
          {title}
        </Heading>
        {aside && <div className="text-sm">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
