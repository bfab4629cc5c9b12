import { useTranslations } from "next-intl";

type Props = { participants: { id: string; name: string; functionalTitle: string; organisation: string }[] };

/** Those who come and agreed to be listed, by organisation. */
export function ParticipantsList({ participants }: Props) {
  const t = useTranslations("events");
  return (
    <>
      <p className="mb-3 text-muted text-sm">{t("participantsNote")}</p>
      <ul className="gap-x-8 text-sm sm:columns-2">
        {participants.map((person) => (
          <li key={person.id} className="break-inside-avoid border-rule border-t py-1.5">
            {person.name}
            <span className="block text-muted">
              {[person.functionalTitle, person.organisation].filter(Boolean).join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
