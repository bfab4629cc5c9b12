import { useLocale, useTranslations } from "next-intl";
import type { Day } from "@/domain/figures/rules";
import { daysBetween, formatDay } from "@/lib/time";
import { LineKey } from "../ui/line-key";
import { Table, Td, Th, Tr } from "../ui/table";

type Props = {
  days: readonly Day[];
  /** The last day that is drawn: today, in the event's zone. */
  until: string;
  capacity: number | null;
};

const lines = {
  registered: { className: "text-accent", dashes: undefined },
  approved: { className: "text-info", dashes: "7 4" },
  capacity: { className: "text-warning", dashes: "2 3" },
} as const;

/** How many had registered, and how many were approved, over time beside the capacity; and the same as a table. */
export function RegistrationsChart({ days, until, capacity }: Props) {
  const locale = useLocale();
  const t = useTranslations("figures");
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return <p className="text-muted text-sm">{t("nobody")}</p>;
  const end = last.day > until ? last.day : until;
  const top = roundUp(Math.max(last.registered, capacity ?? 0, 1));
  const [from, to] = [formatDay(first.day, locale), formatDay(end, locale)];
  const drawn = (["registered", "approved"] as const).map((line) => ({ line, value: last[line] }));
  return (
    <div>
      <figure>
        <figcaption>
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {drawn.map(({ line, value }) => (
              <Key key={line} line={line} text={t(`lines.${line}`, { count: value })} />
            ))}
            {capacity !== null && <Key line="capacity" text={t("lines.capacity", { count: capacity })} />}
          </ul>
        </figcaption>
        <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-muted text-xs tabular-nums">
          <div aria-hidden className="flex flex-col justify-between text-end">
            <span className="-mt-2">{top}</span>
            <span className="-mb-2">0</span>
          </div>
          <svg
            role="img"
            aria-label={t("chartAlt", { from, to, registered: last.registered, approved: last.approved })}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="h-44 w-full border-edge border-b border-s"
          >
            {[0.25, 0.5, 0.75, 1].map((part) => (
              <line
                key={part}
                x1="0"
                x2="100"
                y1={100 - part * 100}
                y2={100 - part * 100}
                className="text-rule"
                stroke="currentColor"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            {capacity !== null && (
              <path d={`M0 ${(100 - (capacity / top) * 100).toFixed(2)}H100`} {...stroke("capacity")} />
            )}
            {drawn.map(({ line }) => (
              <path key={line} d={path(days, end, line, top)} {...stroke(line)} />
            ))}
          </svg>
          <div aria-hidden className="col-start-2 mt-2 flex justify-between">
            <span>{from}</span>
            <span>{to}</span>
          </div>
        </div>
      </figure>
      <details className="mt-4 text-sm">
        <summary className="link min-h-6">{t("asTable")}</summary>
        <DaysTable days={days} />
      </details>
    </div>
  );
}

const stroke = (line: keyof typeof lines) => ({
  fill: "none",
  stroke: "currentColor",
  strokeWidth: "2.5",
  strokeDasharray: lines[line].dashes,
  vectorEffect: "non-scaling-stroke" as const,
  className: lines[line].className,
});

/** The line of a number: level until a day on which it changed, then straight up. */
function path(days: readonly Day[], end: string, line: "registered" | "approved", top: number): string {
  const begin = days[0]?.day ?? end;
  const length = Math.max(daysBetween(begin, end), 1);
  const x = (day: string) => ((daysBetween(begin, day) / length) * 100).toFixed(2);
  const y = (one: Day) => (100 - (one[line] / top) * 100).toFixed(2);
  return `M0 100${days.map((one) => `H${x(one.day)}V${y(one)}`).join("")}H100`;
}

/** The next round number: of one digit and zeros, or half way between two of them. */
function roundUp(most: number): number {
  const step = 10 ** Math.floor(Math.log10(most)) / 2;
  return Math.max(4, Math.ceil((most + 1) / step) * step);
}

function Key({ line, text }: { line: keyof typeof lines; text: string }) {
  return (
    <li className="flex items-center gap-2">
      <LineKey {...lines[line]} />
      {text}
    </li>
  );
}

function DaysTable({ days }: { days: readonly Day[] }) {
  const locale = useLocale();
  const t = useTranslations("figures");
  return (
    <Table label={t("overTime")} className="mt-2 max-w-md">
      <thead>
        <tr>
          <Th>{t("day")}</Th>
          <Th className="text-end">{t("registered")}</Th>
          <Th className="text-end">{t("approved")}</Th>
        </tr>
      </thead>
      <tbody>
        {days.map((one) => (
          <Tr key={one.day}>
            <Th scope="row" className="border-rule font-normal text-ink">
              <time dateTime={one.day}>{formatDay(one.day, locale)}</time>
            </Th>
            <Td className="text-end">{one.registered}</Td>
            <Td className="text-end">{one.approved}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
