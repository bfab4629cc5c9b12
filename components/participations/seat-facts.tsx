import { useTranslations } from "next-intl";
import type { PoolKind } from "@/db/enums";
import { Time } from "../time";

type Props = {
  row: {
    pool: PoolKind;
    seatPool: PoolKind | null;
    offerExpiresAt: Date | null;
    overrideReason: string;
  };
  passedOver: { id: string; at: Date; name: string; pool: PoolKind; reason: string }[];
  zone: string;
};

/** Which pool somebody belongs to, where their seat comes from and why, and when they were passed over. */
export function SeatFacts({ row, passedOver, zone }: Props) {
  const t = useTranslations("participations.seat");
  const enums = useTranslations("enums.poolKind");
  const reasons = useTranslations("places.passedOverReason");
  return (
    <dl className="grid max-w-3xl gap-x-6 gap-y-2 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
      <dt className="text-muted">{t("pool")}</dt>
      <dd>{enums(row.pool)}</dd>
      <dt className="text-muted">{t("seat")}</dt>
      <dd>
        {row.seatPool ? t("from", { pool: enums(row.seatPool) }) : t("none")}
        {row.offerExpiresAt && (
          <>
            {" "}
            {t("offeredUntil")} <Time at={row.offerExpiresAt} zone={zone} />.
          </>
        )}
      </dd>
      {row.overrideReason && (
        <>
          <dt className="text-muted">{t("aboveBecause")}</dt>
          <dd className="measure">{row.overrideReason}</dd>
        </>
      )}
      {passedOver.length > 0 && (
        <>
          <dt className="text-muted">{t("passedOver")}</dt>
          <dd>
            <ul className="space-y-1">
              {passedOver.map((move) => (
                <li key={move.id}>
                  <Time at={move.at} zone={zone} />: {t("for", { name: move.name, pool: enums(move.pool) })},{" "}
                  {reasons(move.reason as "no_seat_in_pool")}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
