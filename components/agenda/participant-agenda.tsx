import { useTranslations } from "next-intl";
import { Section } from "../ui/section";
import type { AgendaEntry } from "./public-agenda";
import { ZonedAgenda } from "./zoned-agenda";

type Props = { agenda: { number: number; items: AgendaEntry[] }; zone: string };

/** The agenda for those who take part, with what is for participants alone. */
export function ParticipantAgenda({ agenda, zone }: Props) {
  const t = useTranslations("events");
  if (agenda.items.length === 0) return null;
  return (
    <Section title={t("agenda")} className="mb-10">
      <ZonedAgenda items={agenda.items} zone={zone} release={agenda.number} />
    </Section>
  );
}
