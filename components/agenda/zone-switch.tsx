"use client";

import { createContext, type ReactNode, use, useState, useSyncExternalStore } from "react";
import { regional } from "@/lib/i18n/region";

/** The zone the reader asked for, where it is not the event's. */
const ZoneContext = createContext<string | undefined>(undefined);

/** `times` says which zone the times are in, with `{zone}` where its name goes. */
type Words = { times: string; group: string; event: string; own: string };

const never = () => () => {};
const named = (zone: string) => zone.replaceAll("_", " ");
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Lets the reader see the times inside in their own zone. Before and without script the event's zone stands there
 * alone; where the two zones are the same there is nothing to switch.
 */
export function ZoneSwitch({ zone, words, children }: { zone: string; words: Words; children: ReactNode }) {
  const own = useSyncExternalStore(never, ownZone, () => zone);
  const [mine, setMine] = useState(false);
  const choices = [
    { value: false, text: words.event, zone },
    { value: true, text: words.own, zone: own },
  ];
  return (
    <ZoneContext value={mine ? own : undefined}>
      <p className="mb-3 text-muted text-sm">{words.times.replace("{zone}", named(mine ? own : zone))}</p>
      {own !== zone && (
        <fieldset className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm print:hidden">
          <legend className="sr-only">{words.group}</legend>
          {choices.map((choice) => (
            <label key={choice.text} className="flex min-h-6 items-center gap-2">
              <input
                type="radio"
                name="zone"
                className="accent-accent"
                checked={mine === choice.value}
                onChange={() => setMine(choice.value)}
              />
              {choice.text} <span className="text-muted">({named(choice.zone)})</span>
            </label>
          ))}
        </fieldset>
      )}
      {children}
    </ZoneContext>
  );
}

/** The zone the reader chose, where it is not the event's. */
export const useChosenZone = () => use(ZoneContext);

type ClockProps = { from: string; to: string; zone: string; locale: string };

/** From one time of day to another; in the reader's own zone once they ask for it. The day stands above the list. */
export function ZonedClock({ from, to, zone, locale }: ClockProps) {
  const chosen = useChosenZone() ?? zone;
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: chosen } as const;
  const clock = new Intl.DateTimeFormat(regional(locale), options);
  return (
    <time dateTime={from}>
      {clock.format(new Date(from))}–{clock.format(new Date(to))}
      <span className="sr-only"> {named(chosen)}</span>
    </time>
  );
}
