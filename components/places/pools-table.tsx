import { useTranslations } from "next-intl";
import type { PoolKind } from "@/db/enums";
import { Table, Td, Th, Tr } from "../ui/table";

type Share = {
  kind: PoolKind;
  seats: number | null;
  held: number;
  offered: number;
  kept: number;
  waiting: number;
};

type Props = { shares: Share[]; capacity: number | null };

const takenOf = ({ held, offered, kept }: Share) => held + offered + kept;

/** How many seats each pool has, how they are taken, how many are free, and who waits for one. */
export function PoolsTable({ shares, capacity }: Props) {
  const t = useTranslations("places");
  const kinds = useTranslations("enums.poolKind");
  const sum = (of: (share: Share) => number) => shares.reduce((total, share) => total + of(share), 0);
  const number = "text-end tabular-nums";
  if (shares.length === 0) return <p className="text-sm">{t("noLimit")}</p>;
  return (
    <>
      {capacity === null && <p className="mb-3 text-sm">{t("noLimit")}</p>}
      <Table label={t("pools")} className="max-w-4xl">
        <thead>
          <tr>
            <Th>{t("pool")}</Th>
            {capacity !== null && <Th className="text-end">{t("seats")}</Th>}
            <Th className="text-end">{t("held")}</Th>
            <Th className="text-end">{t("offered")}</Th>
            <Th className="text-end">{t("kept")}</Th>
            {capacity !== null && <Th className="text-end">{t("free")}</Th>}
            <Th className="text-end">{t("waiting")}</Th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <Tr key={share.kind}>
              <Th scope="row" className="border-rule font-normal text-ink text-sm">
                {kinds(share.kind)}
                {share.seats !== null && (
                  <span aria-hidden className="mt-1 block h-1.5 w-28 bg-sunken">
                    <span
                      className="block h-1.5 bg-accent"
                      style={{
                        inlineSize: `${Math.min(100, (takenOf(share) / Math.max(1, share.seats)) * 100)}%`,
                      }}
                    />
                  </span>
                )}
              </Th>
              {capacity !== null && <Td className={number}>{share.seats ?? 0}</Td>}
              <Td className={number}>{share.held}</Td>
              <Td className={number}>{share.offered}</Td>
              <Td className={number}>{share.kept}</Td>
              {capacity !== null && <Td className={number}>{free(share, t)}</Td>}
              <Td className={number}>{share.waiting}</Td>
            </Tr>
          ))}
        </tbody>
        {capacity !== null && (
          <tfoot>
            <tr>
              <Th scope="row" className="border-rule text-ink">
                {t("sum")}
              </Th>
              <Td className={number}>{capacity}</Td>
              <Td className={number}>{sum((share) => share.held)}</Td>
              <Td className={number}>{sum((share) => share.offered)}</Td>
              <Td className={number}>{sum((share) => share.kept)}</Td>
              <Td className={number}>{sum((share) => Math.max(0, (share.seats ?? 0) - takenOf(share)))}</Td>
              <Td className={number}>{sum((share) => share.waiting)}</Td>
            </tr>
          </tfoot>
        )}
      </Table>
    </>
  );
}

/** The free seats of a pool, or how far it is above them. */
function free(share: Share, t: (key: "above", values: { count: number }) => string) {
  const left = (share.seats ?? 0) - takenOf(share);
  return left < 0 ? <span className="text-warning">{t("above", { count: -left })}</span> : left;
}
