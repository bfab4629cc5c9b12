import type { OrganisationKind } from "@/db/enums";
import { initials } from "@/domain/organisations/rules";
import { Flag } from "../flag";
import { cn } from "../ui/cn";

type Props = { kind: OrganisationKind; country: string | null; name: string; className?: string };

/** The sign beside a member's name: a country's flag, else its initials. Decorative: the name stands beside it. */
export function MemberMark({ kind, country, name, className }: Props) {
  const flag = kind === "country" && country;
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex size-9 shrink-0 items-center justify-center font-medium text-muted text-xs",
        !flag && "bg-sunken",
        className,
      )}
    >
      {flag ? <Flag country={flag} className="h-auto w-full" /> : initials(name)}
    </span>
  );
}
