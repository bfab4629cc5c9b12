import { useTranslations } from "next-intl";

type Props = {
  /** The address of the event's page. */
  home: string;
  /** Those who are named in the agenda. */
  people: { id: string; name: string }[];
  /** Whether there is a page for starring. */
  starring?: boolean;
};

/** The agenda as files, as items of a list: for people, for apps and for programs. */
export function AgendaFiles({ home, people, starring = true }: Props) {
  const t = useTranslations("agendaFiles");
  const link = (path: string, text: string) => (
    <a className="link" href={`${home}/${path}`}>
      {text}
    </a>
  );
  const unique = [...new Map(people.map((person) => [person.id, person])).values()];
  return (
    <>
      {starring && <li>{link("my-agenda", t("myAgenda"))}</li>}
      <li>{link("agenda.ics", t("calendar"))}</li>
      <li>{link("agenda.pdf", t("pdfByDay"))}</li>
      <li>{link("agenda.pdf?by=room", t("pdfByRoom"))}</li>
      <li className="flex flex-wrap gap-x-3">
        {t("schedule")} {link("schedule.xml", "schedule.xml")} {link("schedule.json", "schedule.json")}
      </li>
      <li className="flex flex-wrap gap-x-3">
        {t("data")} {link("agenda.json", "agenda.json")}
      </li>
      {unique.length > 0 && (
        <li>
          <details>
            <summary className="link min-h-6">{t("people")}</summary>
            <ul className="mt-2 space-y-1 ps-4 sm:columns-2">
              {unique.map((person) => (
                <li key={person.id}>{link(`people/${person.id}.ics`, person.name)}</li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </>
  );
}
