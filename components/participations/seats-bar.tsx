import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ParticipationState, participationStates } from "@/db/enums";
import { StatusBadge } from "../status-badge";
import { cn } from "../ui/cn";

type Props = {
  counts: Record<ParticipationState, number>;
  shares: { held: number; offered: number; kept: number }[];
  capacity: number | null;
  href: string;
  inLine?: boolean;
};

/** How many seats are taken, as a bar and in words (held, offered, kept), and how many people are in each state. */
export function SeatsBar({ counts, shares, capacity, href, inLine = false }: Props) {
  const t = useTranslations("participations");
  const sum = (of: "held" | "offered" | "kept") => shares.reduce((total, share) => total + share[of], 0);
  const [held, offered, kept] = [sum("held"), sum("offered"), sum("kept")];
  const taken = held + offered + kept;
  const share = capacity ? Math.min(100, Math.round((taken / capacity) * 100)) : 0;
  return (
    <div className="space-y-4">
      {capacity !== null && (
        <div aria-hidden className="h-2 max-w-md bg-sunken">
          <div className="h-2 bg-accent" style={{ inlineSize: `${share}%` }} />
        </div>
      )}
      <p className="text-sm">
        {capacity === null ? t("seatsHeld", { taken }) : t("seatsHeldOf", { taken, capacity })}
        {offered > 0 && <> {t("seatsOffered", { count: offered })}</>}
        {kept > 0 && <> {t("seatsKept", { count: kept })}</>}
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
