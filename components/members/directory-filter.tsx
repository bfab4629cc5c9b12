import { useTranslations } from "next-intl";
import { organisationKinds, sectors } from "@/db/enums";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type Props = { asOf: string; kind: string | undefined; sector: string | undefined };

/** The day, kind and sector of the directory: a plain form whose answers stand in the address. */
export function DirectoryFilter({ asOf, kind, sector }: Props) {
  const t = useTranslations("members");
  const enums = useTranslations("enums");
  const field = "space-y-1 text-sm";
  return (
    <search>
      <form method="get" className="mb-8 flex flex-wrap items-end gap-3 print:hidden">
        <div className={field}>
          <label htmlFor="asOf" className="block font-medium">
            {t("asOf")}
          </label>
          <Input id="asOf" name="asOf" type="date" defaultValue={asOf} className="w-auto" />
        </div>
        <div className={field}>
          <label htmlFor="kind" className="block font-medium">
            {t("kind")}
          </label>
          <Select id="kind" name="kind" defaultValue={kind ?? ""}>
            <option value="">{t("allKinds")}</option>
            {organisationKinds.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.${one}`)}
              </option>
            ))}
          </Select>
        </div>
        <div className={field}>
          <label htmlFor="sector" className="block font-medium">
            {t("sector")}
          </label>
          <Select id="sector" name="sector" defaultValue={sector ?? ""}>
            <option value="">{t("allSectors")}</option>
            {sectors.map((one) => (
              <option key={one} value={one}>
                {enums(`sector.${one}`)}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit">{t("show")}</Button>
      </form>
    </search>
  );
}
