import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { participationClasses, participationLevels, participationStates, poolKinds } from "@/db/enums";
import { type ListColumn, listColumns, sorts, usualColumns } from "@/domain/participations/list/rules";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type Choice = { value: string; label: string };

/** What the list was asked, as it stands in the address. */
export type Asked = {
  q: string;
  state?: readonly string[];
  class?: readonly string[];
  level?: string;
  organisation?: string;
  delegation?: string;
  pool?: string;
  tag?: string;
  listed?: string;
  needs?: string;
  checkedIn?: string;
  since?: string;
  columns?: readonly ListColumn[];
  sort: string;
};

type Props = {
  asked: Asked;
  organisations: readonly Choice[];
  delegations: readonly Choice[];
  tags: readonly Choice[];
  /** Whether the reader may ask who has needs. */
  needs: boolean;
  /** The zone in which days begin. */
  zone: string;
  /** How many filters are set beside the search. */
  set: number;
  aside?: ReactNode;
};

/** The search, filters, columns and order of the list of participants: a plain form whose answers stand in the address. */
export function ParticipantsFilter({
  asked,
  organisations,
  delegations,
  tags,
  needs,
  zone,
  set,
  aside,
}: Props) {
  const t = useTranslations("participations");
  const enums = useTranslations("enums");
  const list = useTranslations("common.list");
  const id = useId();
  const yesNo = (["yes", "no"] as const).map((value) => ({ value, label: t(`filter.${value}`) }));
  const of = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  const columns = needs ? listColumns : listColumns.filter((column) => column !== "needs");
  return (
    <search>
      <form method="get" className="mb-4 print:hidden">
        <div className="flex flex-wrap items-end gap-3">
          <div className="grow space-y-1 sm:max-w-md">
            <label htmlFor={`${id}-q`} className="block font-medium text-xs">
              {t("filter.search")}
            </label>
            <Input id={`${id}-q`} name="q" type="search" defaultValue={asked.q} />
          </div>
          <Button type="submit">{list("show")}</Button>
          {aside && <div className="ms-auto flex flex-wrap items-center gap-2">{aside}</div>}
        </div>
        <details className="mt-3 border-rule border-y">
          <summary className="link flex min-h-10 items-center text-sm">
            {t("filter.more", { count: set })}
          </summary>
          <div className="grid gap-x-6 gap-y-5 pt-2 pb-5 sm:grid-cols-2 xl:grid-cols-4">
            <Boxes
              name="state"
              label={t("state")}
              ticked={asked.state}
              choices={of(participationStates, (value) => enums(`participationState.${value}`))}
            />
            <Boxes
              name="class"
              label={t("class")}
              ticked={asked.class}
              choices={of(participationClasses, (value) => enums(`participationClass.${value}`))}
            />
            <div className="space-y-3">
              <One
                name="level"
                label={t("list.level")}
                value={asked.level}
                choices={of(participationLevels, (value) => enums(`participationLevel.${value}`))}
              />
              <One
                name="organisation"
                label={t("organisation")}
                value={asked.organisation}
                choices={organisations}
              />
              {delegations.length > 0 && (
                <One
                  name="delegation"
                  label={t("filter.delegation")}
                  value={asked.delegation}
                  choices={[{ value: "none", label: t("filter.noDelegation") }, ...delegations]}
                />
              )}
              <One
                name="pool"
                label={t("list.pool")}
                value={asked.pool}
                choices={of(poolKinds, (value) => enums(`poolKind.${value}`))}
              />
            </div>
            <div className="space-y-3">
              {tags.length > 0 && <One name="tag" label={t("filter.tag")} value={asked.tag} choices={tags} />}
              <One name="listed" label={t("list.listed")} value={asked.listed} choices={yesNo} />
              {needs && <One name="needs" label={t("list.needs")} value={asked.needs} choices={yesNo} />}
              <One name="checkedIn" label={t("list.checkedIn")} value={asked.checkedIn} choices={yesNo} />
              <div className="space-y-1">
                <label htmlFor={`${id}-since`} className="block font-medium text-xs">
                  {t("filter.since", { zone: zone.replaceAll("_", " ") })}
                </label>
                <Input
                  id={`${id}-since`}
                  name="since"
                  type="date"
                  defaultValue={asked.since?.slice(0, 10)}
                  className="w-auto"
                />
              </div>
              <One
                name="sort"
                label={t("sort")}
                value={asked.sort}
                must
                choices={of(sorts, (value) => t(`sorts.${value}`))}
              />
            </div>
            <Boxes
              name="columns"
              label={t("filter.columns")}
              ticked={asked.columns ?? usualColumns}
              choices={of(columns, (value) => t(`list.${value}`))}
              className="sm:col-span-2 xl:col-span-4"
              inLine
            />
          </div>
        </details>
      </form>
    </search>
  );
}

type OneProps = {
  name: string;
  label: string;
  value: string | undefined;
  choices: readonly Choice[];
  must?: boolean;
};

/** A choice of one, or of any. */
function One({ name, label, value, choices, must = false }: OneProps) {
  const t = useTranslations("participations.filter");
  const id = useId();
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-medium text-xs">
        {label}
      </label>
      <Select id={id} name={name} defaultValue={value ?? ""}>
        {!must && <option value="">{t("any")}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </div>
  );
}

type BoxesProps = {
  name: string;
  label: string;
  ticked: readonly string[] | undefined;
  choices: readonly Choice[];
  className?: string;
  inLine?: boolean;
};

/** A choice of several; none is any. */
function Boxes({ name, label, ticked = [], choices, className, inLine = false }: BoxesProps) {
  return (
    <fieldset className={className}>
      <legend className="font-medium text-xs">{label}</legend>
      <div className={inLine ? "mt-2 flex flex-wrap gap-x-6 gap-y-1" : "mt-2 space-y-1"}>
        {choices.map((choice) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands inside.
          <label key={choice.value} className="flex min-h-6 items-center gap-2 text-sm">
            <Checkbox name={name} value={choice.value} defaultChecked={ticked.includes(choice.value)} />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
