import { useTranslations } from "next-intl";
import { type OrganisationKind, organisationKinds, type Sector, sectors } from "@/db/enums";
import { type Sort, sorts, type View, views } from "@/domain/members/directory/rules";
import { type Region, regions } from "@/domain/regions/rules";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type Props = {
  asOf: string;
  kind: OrganisationKind | undefined;
  sector: Sector | undefined;
  region: Region | undefined;
  view: View;
  sort: Sort;
};

type Choice = readonly [value: string, label: string];

/** Which members the directory shows, of which day and how: a plain form whose answers stand in the address. */
export function DirectoryFilter({ asOf, kind, sector, region, view, sort }: Props) {
  const t = useTranslations("members");
  const enums = useTranslations("enums");
  const places = useTranslations("figures.regions");
  const kinds: Choice[] = organisationKinds.map((one) => [one, t(`kinds.${one}`)]);
  const branches: Choice[] = sectors.map((one) => [one, enums(`sector.${one}`)]);
  const parts: Choice[] = regions.map((one) => [one, places(one)]);
  return (
    <search>
      <form method="get" className="mb-8 flex flex-wrap items-end gap-3 print:hidden">
        <div className="space-y-1 text-sm">
          <label htmlFor="asOf" className="block font-medium">
            {t("asOf")}
          </label>
          <Input id="asOf" name="asOf" type="date" defaultValue={asOf} className="w-auto" />
        </div>
        <Choose name="kind" label={t("kind")} value={kind} all={t("allKinds")} choices={kinds} />
        <Choose name="sector" label={t("sector")} value={sector} all={t("allSectors")} choices={branches} />
        <Choose name="region" label={t("region")} value={region} all={t("allRegions")} choices={parts} />
        <Choose
          name="view"
          label={t("view")}
          value={view}
          choices={views.map((one) => [one, t(`views.${one}`)])}
        />
        <Choose
          name="sort"
          label={t("order")}
          value={sort}
          choices={sorts.map((one) => [one, t(`orders.${one === "-joined" ? "latest" : one}`)])}
        />
        <Button type="submit">{t("show")}</Button>
      </form>
    </search>
  );
}

type ChooseProps = {
  name: string;
  label: string;
  value: string | undefined;
  /** The words for no choice. */
  all?: string;
  choices: readonly Choice[];
};

function Choose({ name, label, value, all, choices }: ChooseProps) {
  return (
    <div className="min-w-0 space-y-1 text-sm">
      <label htmlFor={name} className="block font-medium">
        {label}
      </label>
      <Select id={name} name={name} defaultValue={value ?? ""}>
        {all && <option value="">{all}</option>}
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </Select>
    </div>
  );
}
