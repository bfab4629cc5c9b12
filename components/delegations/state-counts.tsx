import { type ParticipationState, participationStates } from "@/db/enums";
import { StatusBadge } from "../status-badge";

/** How many of a delegation are in each state that somebody is in. */
export function StateCounts({ people }: { people: readonly { state: ParticipationState }[] }) {
  const counts = participationStates
    .map((state) => ({ state, count: people.filter((row) => row.state === state).length }))
    .filter(({ count }) => count > 0);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
      {counts.map(({ state, count }) => (
        <li key={state} className="inline-flex items-center gap-1.5">
          <span className="tabular-nums">{count}</span>
          <StatusBadge of="participationState" state={state} />
        </li>
      ))}
    </ul>
  );
}
