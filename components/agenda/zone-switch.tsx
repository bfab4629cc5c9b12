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

type ClockProps = { from: string; to: string; zone: string; locale: string };

/** From one time of day to another; in the reader's own zone once they ask for it, with the day where it is another. */
export function ZonedClock({ from, to, zone, locale }: ClockProps) {
  const chosen = use(ZoneContext) ?? zone;
  const printed = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(regional(locale), options);
  const clock = printed({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: chosen });
  const day = printed({ day: "numeric", month: "short", timeZone: chosen });
  const eventDay = printed({ day: "numeric", month: "short", timeZone: zone });
  const [start, end] = [new Date(from), new Date(to)];
  const otherDay = day.format(start) === eventDay.format(start) ? "" : `${day.format(start)}, `;
  return (
    <time dateTime={from}>
      {otherDay}
      {clock.format(start)}–{clock.format(end)}
      <span className="sr-only"> {named(chosen)}</span>
    </time>
  );
}
