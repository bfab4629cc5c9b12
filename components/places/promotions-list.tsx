import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { PoolKind, PromotionPolicy } from "@/db/enums";
import { Time } from "../time";
import { EmptyState } from "../ui/empty-state";

type Promotion = {
  id: string;
  at: Date;
  participationId: string;
  name: string;
  pool: PoolKind;
  policy: PromotionPolicy;
  passedOver: { id: string; name: string; reason: string }[];
};

type Props = { promotions: Promotion[]; zone: string; base: string };

/** Who moved up from the waiting list into which pool, and who stood before them and was passed over, with why. */
export function PromotionsList({ promotions, zone, base }: Props) {
  const t = useTranslations("places");
  const enums = useTranslations("enums");
  if (promotions.length === 0) return <EmptyState title={t("noPromotions")} />;
  return (
    <ol className="text-sm">
      {promotions.map((move) => (
        <li
          key={move.id}
          className="grid gap-x-6 gap-y-0.5 border-rule border-t py-2.5 sm:grid-cols-[17rem_minmax(0,1fr)]"
        >
          <Time at={move.at} zone={zone} className="text-muted tabular-nums" />
          <div className="min-w-0">
            <p>
              <Link className="link font-medium" href={`${base}/${move.participationId}` as Route}>
                {move.name}
              </Link>{" "}
              {t("movedInto", { pool: enums(`poolKind.${move.pool}`) })}
            </p>
            <p className="text-muted">{enums(`promotionPolicy.${move.policy}`)}</p>
            {move.passedOver.length > 0 && (
              <details>
                <summary className="cursor-pointer py-1">
                  {t("passedOver", { count: move.passedOver.length })}
                </summary>
                <ul className="list-disc ps-5">
                  {move.passedOver.map((one) => (
                    <li key={one.id}>
                      <Link className="link" href={`${base}/${one.id}` as Route}>
                        {one.name}
                      </Link>
                      : {t(`passedOverReason.${one.reason as "no_seat_in_pool"}`)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
