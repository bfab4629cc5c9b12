import { useTranslations } from "next-intl";
import { signatoryColumns } from "@/domain/positions/rules";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

type Props = {
  counts: Record<(typeof signatoryColumns)[number] | "total" | "against", number>;
  day: string;
  today: string;
  base: string;
};

/** How many endorse on a day, by column; the day can be chosen, and its list taken along. */
export function CountsAsOf({ counts, day, today, base }: Props) {
  const t = useTranslations("positions");
  const columns = useTranslations("statements.columns");
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3 text-sm">
      <form method="get" className="flex flex-wrap items-end gap-3">
        <div className="space-y-1">
          <label htmlFor="asOf" className="block font-medium">
            {t("asOf")}
          </label>
          <Input id="asOf" name="asOf" type="date" defaultValue={day} max={today} className="w-auto" />
        </div>
        <Button type="submit">{t("show")}</Button>
      </form>
      <p className="tabular-nums">
        {[
          ...signatoryColumns.map((column) => columns(column, { count: counts[column] })),
          t("against", { count: counts.against }),
        ].join(" · ")}
      </p>
      <p className="flex flex-wrap gap-x-4">
        <a className="link" href={`${base}/export?asOf=${day}`} download>
          {t("exportDay")}
        </a>
        <a className="link" href={`${base}/export`} download>
          {t("exportAll")}
        </a>
      </p>
    </div>
  );
}
