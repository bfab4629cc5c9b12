import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ParticipationState, participationStates } from "@/db/enums";
import { StatusBadge } from "../status-badge";
import { cn } from "../ui/cn";

type Props = {
  counts: Record<ParticipationState, number>;
  capacity: number | null;
  href: string;
  inLine?: boolean;
};

/** How many seats are held, as a bar and in words, and how many are in each state. */
export function SeatsBar({ counts, capacity, href, inLine = false }: Props) {
  const t = useTranslations("participations");
  const share = capacity ? Math.min(100, Math.round((counts.approved / capacity) * 100)) : 0;
  return (
    <div className="space-y-4">
      {capacity !== null && (
        <div aria-hidden className="h-2 max-w-md bg-sunken">
          <div className="h-2 bg-accent" style={{ inlineSize: `${share}%` }} />
        </div>
      )}
      <p className="text-sm">
        {capacity === null
          ? t("seatsHeld", { taken: counts.approved })
          : t("seatsHeldOf", { taken: counts.approved, capacity })}
      </p>
      <ul className={cn("text-sm", inLine ? "flex flex-wrap gap-x-5 gap-y-1.5" : "space-y-1.5")}>
        {participationStates.map((state) => (
          <li key={state} className={cn("flex items-center", inLine ? "gap-2" : "justify-between gap-4")}>
            <Link className="link-quiet" href={`${href}?state=${state}` as Route}>
              <StatusBadge of="participationState" state={state} />
            </Link>
            <span className="tabular-nums">{counts[state]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
