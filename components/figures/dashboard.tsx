import { useTranslations } from "next-intl";
import type { byAge, composition, Day } from "@/domain/figures/rules";
import type { Pool } from "@/domain/pools/rules";
import { Section } from "../ui/section";
import { PoolsTable } from "./pools-table";
import { RegistrationsChart } from "./registrations-chart";
import { ShareTable } from "./share-table";
import { WaitingTable } from "./waiting-table";

type Props = {
  figures: ReturnType<typeof composition> & {
    days: Day[];
    waiting: ReturnType<typeof byAge>;
    pools: Pool[];
  };
  capacity: number | null;
  today: string;
  /** The list of participants. */
  href: string;
};

/** The figures of an event: how it fills, what waits, and who comes. */
export function Dashboard({ figures, capacity, today, href }: Props) {
  const t = useTranslations("figures");
  const enums = useTranslations("enums");
  const levels = figures.level.map((share) => ({
    ...share,
    label: enums(`participationLevel.${share.key}`),
    href: `${href}?level=${share.key}`,
  }));
  const classes = figures.class.map((share) => ({
    ...share,
    label: enums(`participationClass.${share.key}`),
    href: `${href}?class=${share.key}`,
  }));
  const kinds = figures.kind.map((share) => ({
    ...share,
    label: share.key === "unknown" ? t("unknownKind") : enums(`organisationKind.${share.key}`),
  }));
  const places = figures.region.map((share) => ({ ...share, label: t(`regions.${share.key}`) }));
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-2">
      <Section title={t("overTime")} level={3}>
        <RegistrationsChart days={figures.days} until={today} capacity={capacity} />
      </Section>
      <Section title={t("waiting")} level={3}>
        <WaitingTable waiting={figures.waiting} href={href} />
      </Section>
      {figures.pools.length > 0 && (
        <Section title={t("pools")} level={3}>
          <PoolsTable pools={figures.pools} />
        </Section>
      )}
      <Section title={t("levels")} level={3}>
        <ShareTable title={t("levels")} rows={levels} />
      </Section>
      <Section title={t("classes")} level={3}>
        <ShareTable title={t("classes")} rows={classes} />
      </Section>
      <Section title={t("kinds")} level={3}>
        <ShareTable title={t("kinds")} rows={kinds} />
      </Section>
      <Section title={t("places")} level={3}>
        <ShareTable title={t("places")} rows={places} />
      </Section>
    </div>
  );
}
