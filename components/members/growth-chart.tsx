import { useLocale, useTranslations } from "next-intl";
import { type OrganisationKind, organisationKinds } from "@/db/enums";
import type { Counts } from "@/domain/members/rules";
import { daysBetween, formatDay } from "@/lib/time";
import { LineKey } from "../ui/line-key";
import { Table, Td, Th, Tr } from "../ui/table";

type Step = { day: string; counts: Counts };
type Props = { steps: readonly Step[]; until: string };

// Each kind its line: by colour, and by its dashes for who does not see the colour.
const lines: Record<OrganisationKind, { className: string; dashes?: string }> = {
  country: { className: "text-accent" },
  company: { className: "text-info", dashes: "7 4" },
  international_organisation: { className: "text-warning", dashes: "2 3" },
  ngo: { className: "text-danger", dashes: "10 3 2 3" },
  academia: { className: "text-success", dashes: "1 5" },
  other: { className: "text-muted", dashes: "4 2" },
};

/** How many members there were over time: a line per kind that rises in steps, and the same numbers as a table. */
export function GrowthChart({ steps, until }: Props) {
  const locale = useLocale();
  const t = useTranslations("members");
  const first = steps[0];
  if (!first) return null;
  const kinds = organisationKinds.filter((kind) => steps.some((step) => step.counts[kind]));
  const most = Math.max(...steps.flatMap((step) => Object.values(step.counts)), 1);
  // Room above the highest line, so that it does not run along the edge.
  const top = Math.ceil((most + 1) / 5) * 5;
  const [from, to] = [formatDay(first.day, locale), formatDay(until, locale)];
  return (
    <div>
      <figure>
        <Legend kinds={kinds} counts={steps.at(-1)?.counts ?? {}} />
        <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-muted text-xs tabular-nums">
          <div aria-hidden className="flex flex-col justify-between text-end">
            <span className="-mt-2">{top}</span>
            <span className="-mb-2">0</span>
          </div>
          <svg
            role="img"
            aria-label={t("growthAlt", { from, to })}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="h-44 w-full border-edge border-b border-s"
          >
            {[0.2, 0.4, 0.6, 0.8, 1].map((part) => (
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
            {kinds.map((kind) => (
              <path
                key={kind}
                d={path(steps, until, kind, top)}
                fill="none"
                stroke="currentColor"
                strokeWidth="2.5"
                strokeDasharray={lines[kind].dashes}
                vectorEffect="non-scaling-stroke"
                className={lines[kind].className}
              />
            ))}
          </svg>
          <div aria-hidden className="col-start-2 mt-2 flex justify-between">
            <span>{from}</span>
            <span>{to}</span>
          </div>
        </div>
      </figure>
      <details className="mt-4 text-sm">
        <summary className="link min-h-6">{t("growthTable")}</summary>
        <GrowthTable steps={steps} kinds={kinds} />
      </details>
    </div>
  );
}

/** The line of a kind: level until a day on which its number changed, then straight up or down. */
function path(steps: readonly Step[], until: string, kind: OrganisationKind, top: number): string {
  const begin = steps[0]?.day ?? until;
  const length = Math.max(daysBetween(begin, until), 1);
  const x = (day: string) => ((daysBetween(begin, day) / length) * 100).toFixed(2);
  const y = (counts: Counts) => (100 - ((counts[kind] ?? 0) / top) * 100).toFixed(2);
  const rises = steps.map((step) => `H${x(step.day)}V${y(step.counts)}`);
  return `M0 100${rises.join("")}H100`;
}

function Legend({ kinds, counts }: { kinds: OrganisationKind[]; counts: Counts }) {
  const t = useTranslations("members.count");
  return (
    <figcaption>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {kinds.map((kind) => (
          <li key={kind} className="flex items-center gap-2">
            <LineKey {...lines[kind]} />
            {t(kind, { n: counts[kind] ?? 0 })}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}

function GrowthTable({ steps, kinds }: { steps: readonly Step[]; kinds: OrganisationKind[] }) {
  const locale = useLocale();
  const t = useTranslations("members");
  return (
    <Table label={t("growth")} className="mt-2 max-w-xl">
      <thead>
        <tr>
          <Th>{t("day")}</Th>
          {kinds.map((kind) => (
            <Th key={kind} className="text-end">
              {t(`kinds.${kind}`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <Tr key={step.day}>
            <Th scope="row" className="border-rule font-normal text-ink">
              <time dateTime={step.day}>{formatDay(step.day, locale)}</time>
            </Th>
            {kinds.map((kind) => (
              <Td key={kind} className="text-end">
                {step.counts[kind] ?? 0}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
