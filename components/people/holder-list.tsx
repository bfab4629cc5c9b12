import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { DatePrecision } from "@/db/enums";
import { AppointmentWords } from "./appointment-words";

type Holder = {
  id: string;
  personId: string;
  name: string;
  fromOn: string;
  fromPrecision: DatePrecision;
  toOn: string | null;
};

/** Who holds and held an office, latest first. */
export function HolderList({ held }: { held: readonly Holder[] }) {
  const t = useTranslations("people");
  const locale = useLocale();
  if (held.length === 0) return <p className="text-muted text-sm">{t("nobody")}</p>;
  return (
    <ul className="space-y-1 text-sm">
      {held.map(({ id, personId, name, ...dates }) => (
        <li key={id} className="flex flex-wrap gap-x-3">
          <Link className="link" href={`/${locale}/organize/people/${personId}` as Route}>
            {name}
          </Link>
          <span className="text-muted">
            <AppointmentWords {...dates} />
          </span>
        </li>
      ))}
    </ul>
  );
}
