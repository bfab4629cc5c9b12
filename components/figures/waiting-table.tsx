import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { awaiting, type byAge } from "@/domain/figures/rules";
import { Table, Td, Th, Tr } from "../ui/table";
import { Bar } from "./bar";

type Props = {
  waiting: ReturnType<typeof byAge>;
  /** The list of participants: a state leads to those who are in it. */
  href: string;
};

/** How many await a decision by how long they have waited: bars, and the numbers by state. */
export function WaitingTable({ waiting, href }: Props) {
  const t = useTranslations("figures");
  const states = useTranslations("enums.participationState");
  const most = Math.max(1, ...waiting.map((row) => row.total));
  if (waiting.every((row) => row.total === 0)) return <p className="text-muted text-sm">{t("noneWaits")}</p>;
  return (
    <Table label={t("waiting")}>
      <thead>
        <tr>
          <Th>{t("since")}</Th>
          <Th className="w-1/4">
            <span className="sr-only">{t("bar")}</span>
          </Th>
          {awaiting.map((state) => (
            <Th key={state} className="whitespace-normal text-end">
              <Link className="link-quiet" href={`${href}?state=${state}&sort=changed` as Route}>
                {states(state)}
              </Link>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {waiting.map((row) => (
          <Tr key={row.age}>
            <Th scope="row" className="whitespace-normal border-rule font-normal text-ink text-sm">
              {t(`ages.${row.age}`)}
            </Th>
            <Td className="align-middle">
              <Bar parts={[{ share: row.total / most, look: "full" }]} />
            </Td>
            {awaiting.map((state) => (
              <Td key={state} className="text-end">
                {row.states[state]}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
