import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type Choice = { value: string; label: string };

/** One choice of a list's filter. */
export type Filter = {
  name: string;
  label: string;
  value: string | undefined;
  any?: string;
  choices: Choice[];
};

type Props = {
  q?: string;
  filters?: Filter[];
  /** What must stay in the address: the sort. */
  keep?: Record<string, string | undefined>;
  aside?: ReactNode;
};

/** The search and filters of a list: a plain form whose answers stand in the address, so that they can be shared. */
export function ListFilter({ q, filters = [], keep = {}, aside }: Props) {
  const t = useTranslations("common.list");
  const id = useId();
  return (
    <search>
      <form method="get" className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
        {q !== undefined && (
          <div className="space-y-1">
            <label htmlFor={`${id}-q`} className="block font-medium text-xs">
              {t("search")}
            </label>
            <Input id={`${id}-q`} name="q" type="search" defaultValue={q} className="w-56" />
          </div>
        )}
        {filters.map((filter) => (
          <div key={filter.name} className="space-y-1">
            <label htmlFor={`${id}-${filter.name}`} className="block font-medium text-xs">
              {filter.label}
            </label>
            <Select id={`${id}-${filter.name}`} name={filter.name} defaultValue={filter.value ?? ""}>
              {filter.any !== undefined && <option value="">{filter.any}</option>}
              {filter.choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </Select>
          </div>
        ))}
        {Object.entries(keep).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <Button type="submit">{t("show")}</Button>
        {aside && <div className="ms-auto flex flex-wrap items-center gap-2">{aside}</div>}
      </form>
    </search>
  );
}
