import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";

/** A reservation, numbered as its notes in the text are. */
export type Reservation = { key: string; number: number; name: Localized; text: string };

/** What organisations reserve, as notes to the paragraphs they name. */
export function Reservations({ reservations }: { reservations: Reservation[] }) {
  const locale = useLocale();
  const t = useTranslations("statements");
  return (
    <ol className="space-y-3 text-sm">
      {reservations.map((reservation) => {
        const name = pick(reservation.name, locale);
        return (
          <li
            key={reservation.key}
            id={reservation.key}
            className="grid scroll-mt-4 grid-cols-[2.5rem_minmax(0,66ch)] target:bg-sunken"
          >
            <span className="text-muted tabular-nums">{reservation.number}</span>
            <p className="whitespace-pre-line">
              <span className="font-medium" lang={langOf(name, locale)}>
                {name.text}
              </span>{" "}
              {t("reserves")} {reservation.text}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
