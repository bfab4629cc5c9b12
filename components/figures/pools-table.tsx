import { useTranslations } from "next-intl";
import type { Pool } from "@/domain/pools/rules";
import { Table, Td, Th, Tr } from "../ui/table";
import { Bar } from "./bar";

/** How full the shares of an event's capacity are: bars and numbers. Kept seats count as taken. */
export function PoolsTable({ pools }: { pools: readonly Pool[] }) {
  const t = useTranslations("figures");
  const kinds = useTranslations("enums.poolKind");
  return (
    <Table label={t("pools")}>
      <thead>
        <tr>
          <Th>{t("pool")}</Th>
          <Th className="w-1/3">
            <span className="sr-only">{t("bar")}</span>
          </Th>
          <Th className="text-end">{t("taken")}</Th>
          <Th className="text-end">{t("seats")}</Th>
          <Th className="text-end">{t("free")}</Th>
        </tr>
      </thead>
      <tbody>
        {pools.map((pool) => (
          <Tr key={pool.kind}>
            <Th scope="row" className="border-rule font-normal text-ink text-sm">
              {kinds(pool.kind)}
            </Th>
            <Td className="align-middle">
              <Bar parts={[{ share: pool.taken / Math.max(1, pool.seats, pool.taken), look: "full" }]} />
            </Td>
            <Td className="text-end">{pool.taken}</Td>
            <Td className="text-end">{pool.seats}</Td>
            <Td className="text-end">{Math.max(0, pool.seats - pool.taken)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
