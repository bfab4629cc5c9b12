import type { ReactNode } from "react";

type Props = { title: ReactNode; children?: ReactNode; action?: ReactNode };

/** What stands where nothing is: that it is so, and what to do next. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="border-rule border-y px-4 py-10 text-center">
      <p className="font-serif text-lg">{title}</p>
      {children && <p className="measure mx-auto mt-2 text-muted text-sm">{children}</p>}
      {action && <div className="mt-4 flex justify-center">{action}</div>}
    </div>
  );
}
