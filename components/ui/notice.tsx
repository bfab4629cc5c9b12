import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const looks = {
  info: { icon: Info, className: "border-info bg-info-soft" },
  success: { icon: CircleCheck, className: "border-success bg-success-soft" },
  warning: { icon: TriangleAlert, className: "border-warning bg-warning-soft" },
  danger: { icon: CircleAlert, className: "border-danger bg-danger-soft" },
};

type Props = { tone?: keyof typeof looks; title?: ReactNode; children?: ReactNode; className?: string };

/** Something to know before going on: a word of warning, a fact about the state of the page. */
export function Notice({ tone = "info", title, children, className }: Props) {
  const { icon: Icon, className: look } = looks[tone];
  return (
    <div className={cn("flex gap-3 border-s-4 px-4 py-3", look, className)}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 grow space-y-1 text-sm">
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}
