import { useLocale, useTranslations } from "next-intl";
import type { AgendaRole, Localized, Presence } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";

/** Somebody with a role in an item, named with the title of the day. */
export type CastMember = {
  id: string;
  name: string;
  courtesyTitle: string;
  role: AgendaRole;
  presence: Presence;
  title?: Localized;
  /** The organisation in whose name they act. */
  behalf?: Localized;
};

/** Who does what in an item, for whom, and who takes part from afar. */
export function Cast({ people }: { people: CastMember[] }) {
  const locale = useLocale();
  const t = useTranslations("enums.agendaRole");
  const agenda = useTranslations("agenda.public");
  return (
    <ul className="space-y-0.5 pt-1 text-sm">
      {people.map((person) => {
        const title = person.title && pick(person.title, locale);
        const behalf = person.behalf && pick(person.behalf, locale);
        return (
          <li key={`${person.id}-${person.role}`}>
            <span className="text-muted">{t(person.role)}: </span>
            {[person.courtesyTitle, person.name].filter(Boolean).join(" ")}
            {title && (
              <span className="text-muted" lang={langOf(title, locale)}>
                , {title.text}
              </span>
            )}
            {behalf && (
              <span className="text-muted">, {agenda("behalf", { organisation: behalf.text })}</span>
            )}
            {person.presence === "remote" && <span className="text-muted"> ({agenda("remote")})</span>}
          </li>
        );
      })}
    </ul>
  );
}
