import { useLocale, useTranslations } from "next-intl";
import type { DatePrecision, Localized } from "@/db/enums";
import type { SinceThen } from "@/domain/people/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatDays } from "@/lib/time";
import { Notice } from "../ui/notice";
import { AppointmentWords } from "./appointment-words";

type Held = {
  id: string;
  title: Localized;
  fromOn: string;
  fromPrecision: DatePrecision;
  toOn: string | null;
};

type Since = { id: string; name: string; courtesyTitle: string } & SinceThen<Held>;

type Props = {
  people: readonly Since[];
  /** What names them. */
  of?: "text" | "agenda";
  /** The day of it, and of an agenda the last one. */
  day: string;
  until?: string;
};

/** With more people than this the banner is folded: what it stands before must not be pushed out of sight. */
const unfolded = 6;

/**
 * Before an older text or agenda: who of those named in it has changed office since, and who has left office, with the
 * dates. Computed when it is read; the text itself stays as it was.
 */
export function OfficeBanner({ people, of = "text", day, until = day }: Props) {
  const locale = useLocale();
  const t = useTranslations("people.sinceThen");
  if (people.length === 0) return null;
  const days = formatDays(day, until, locale);
  const groups = (
    <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {(["changed", "left"] as const).map((kind) => (
        <Group key={kind} title={t(kind)} people={people.filter((person) => person.kind === kind)} />
      ))}
    </div>
  );
  return (
    <Notice title={of === "agenda" ? t("titleOfAgenda", { days }) : t("title", { day: days })}>
      {people.length <= unfolded ? (
        groups
      ) : (
        <details>
          <summary className="link inline-block min-h-6 cursor-pointer">
            {t("folded", { count: people.length })}
          </summary>
          {groups}
        </details>
      )}
    </Notice>
  );
}

function Group({ title, people }: { title: string; people: readonly Since[] }) {
  if (people.length === 0) return null;
  return (
    <div className="min-w-0">
      <p className="font-medium">{title}</p>
      <ul className="mt-1 space-y-2 [overflow-wrap:anywhere]">
        {people.map((person) => (
          <li key={person.id}>
            {[person.courtesyTitle, person.name].filter(Boolean).join(" ")}
            {person.ended.map((one) => (
              <Office key={one.id} held={one} />
            ))}
            {person.now.map((one) => (
              <Office key={one.id} held={one} isNow />
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Office({ held, isNow }: { held: Held; isNow?: boolean }) {
  const locale = useLocale();
  const t = useTranslations("people.sinceThen");
  const title = pick(held.title, locale);
  return (
    <span className="block text-muted">
      {isNow && `${t("now")} `}
      <span lang={langOf(title, locale)}>{title.text}</span>
      {", "}
      <AppointmentWords fromOn={held.fromOn} fromPrecision={held.fromPrecision} toOn={held.toOn} />
    </span>
  );
}
