import { useTranslations } from "next-intl";
import { LineKey } from "../ui/line-key";
import { Table, Td, Th, Tr } from "../ui/table";

type Count = { number: number; brackets: number; options: number };

const lines = {
  brackets: { className: "text-accent", dashes: undefined },
  options: { className: "text-info", dashes: "7 4" },
} as const;
const names = ["brackets", "options"] as const;

/** How much was open in each revision: brackets, and their options; and the same as a table. */
export function BracketsChart({ counts }: { counts: readonly Count[] }) {
  const t = useTranslations("statements.brackets");
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last) return null;
  const top = Math.max(4, ...counts.map(({ options }) => options));
  return (
    <div>
      <figure>
        <figcaption>
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {names.map((line) => (
              <li key={line} className="flex items-center gap-2">
                <LineKey {...lines[line]} />
                {t(line, { count: last[line] })}
              </li>
            ))}
          </ul>
        </figcaption>
        <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-muted text-xs tabular-nums">
          <div aria-hidden className="flex flex-col justify-between text-end">
            <span className="-mt-2">{top}</span>
            <span className="-mb-2">0</span>
          </div>
          <svg
            role="img"
            aria-label={t("chartAlt", { from: first.number, to: last.number, ...count(last) })}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="h-40 w-full border-edge border-b border-s"
          >
            {names.map((line) => (
              <path
                key={line}
                d={path(counts, line, top)}
                fill="none"
                stroke="currentColor"
                strokeWidth="2.5"
                strokeDasharray={lines[line].dashes}
                vectorEffect="non-scaling-stroke"
                className={lines[line].className}
              />
            ))}
          </svg>
          <div aria-hidden className="col-start-2 mt-2 flex justify-between">
            <span>{t("revision", { number: first.number })}</span>
            <span>{t("revision", { number: last.number })}</span>
          </div>
        </div>
      </figure>
      <details className="mt-4 text-sm">
        <summary className="link min-h-6">{t("asTable")}</summary>
        <CountsTable counts={counts} />
      </details>
    </div>
  );
}

const count = ({ brackets, options }: Count) => ({ brackets, options });

/** Level from one revision until the next, then straight up or down. */
function path(counts: readonly Count[], line: "brackets" | "options", top: number): string {
  const x = (at: number) => ((at / counts.length) * 100).toFixed(2);
  const y = (one: Count) => (100 - (one[line] / top) * 100).toFixed(2);
  return counts.map((one, at) => `${at === 0 ? "M0 " : "V"}${y(one)}H${x(at + 1)}`).join("");
}

function CountsTable({ counts }: { counts: readonly Count[] }) {
  const t = useTranslations("statements.brackets");
  return (
    <Table label={t("byRevision")} className="mt-2 max-w-md">
      <thead>
        <tr>
          <Th>{t("revisionColumn")}</Th>
          <Th className="text-end">{t("bracketsColumn")}</Th>
          <Th className="text-end">{t("optionsColumn")}</Th>
        </tr>
      </thead>
      <tbody>
        {counts.map((one) => (
          <Tr key={one.number}>
            <Th scope="row" className="border-rule font-normal text-ink tabular-nums">
              {one.number}
            </Th>
            <Td className="text-end tabular-nums">{one.brackets}</Td>
            <Td className="text-end tabular-nums">{one.options}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
