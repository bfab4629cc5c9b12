import { Check, Minus } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized, ParticipationClass } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { cn } from "../ui/cn";
import { Table, Td, Th, Tr } from "../ui/table";

type Fill = { class: ParticipationClass; named: number; approved: number; quota: number | null };
type Delegation = { id: string; name: Localized; fill: Fill[] };

type Props = {
  classes: readonly ParticipationClass[];
  delegations: readonly Delegation[];
  /** The list of participants: a delegation leads to its people. */
  href: string;
};

/** The delegations of an event in the alphabet, with how many of each class they have named of how many they may. */
export function DelegationsTable({ classes, delegations, href }: Props) {
  const locale = useLocale();
  const t = useTranslations("figures");
  const names = useTranslations("enums.participationClass");
  const sorted = delegations
    .map((delegation) => ({ ...delegation, picked: pick(delegation.name, locale) }))
    .toSorted((a, b) => a.picked.text.localeCompare(b.picked.text, locale));
  return (
    <Table label={t("delegations")}>
      <thead>
        <tr>
          <Th>{t("delegation")}</Th>
          {classes.map((of) => (
            <Th key={of} className="whitespace-normal text-end">
              {names(of)}
            </Th>
          ))}
          <Th className="text-end">{t("named")}</Th>
          <Th className="text-end">{t("approved")}</Th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ id, picked, fill }) => (
          <Tr key={id}>
            <Th scope="row" className="border-rule font-normal text-ink text-sm">
              <Link
                className="link-quiet"
                lang={langOf(picked, locale)}
                href={`${href}?delegation=${id}` as Route}
              >
                {picked.text}
              </Link>
            </Th>
            {fill.map((one) => (
              <Td key={one.class} className="text-end">
                <Filled of={one} />
              </Td>
            ))}
            <Td className="text-end">{fill.reduce((sum, one) => sum + one.named, 0)}</Td>
            <Td className="text-end">{fill.reduce((sum, one) => sum + one.approved, 0)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** "2 of 4"; of a head only whether there is one. */
function Filled({ of }: { of: Fill }) {
  const t = useTranslations("figures");
  if (of.class === "head") {
    const Icon = of.named > 0 ? Check : Minus;
    return (
      <>
        <Icon aria-hidden className={cn("inline size-4", of.named === 0 && "text-warning")} />
        <span className="sr-only">{of.named > 0 ? t("head") : t("noHead")}</span>
      </>
    );
  }
  if (of.quota === null) return of.named;
  return (
    <span className={cn(of.named > of.quota && "font-medium text-danger", of.named === 0 && "text-muted")}>
      {t("ofQuota", { named: of.named, quota: of.quota })}
    </span>
  );
}
