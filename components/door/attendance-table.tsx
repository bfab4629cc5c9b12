import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ParticipationClass, ParticipationState } from "@/db/enums";
import { formatClock } from "@/lib/time";
import { StatusBadge } from "../status-badge";
import { Badge } from "../ui/badge";
import { Table, Td, Th, Tr } from "../ui/table";

type Person = {
  id: string;
  name: string;
  functionalTitle: string;
  delegation: string;
  class: ParticipationClass;
  state: ParticipationState;
  since: Date | null;
  conflicts: { nonce: string; at: Date; device: string; conflict: string; byName: string }[];
};

/** Who came on a day and who did not, with what was odd at the door. Times are the event's. */
export function AttendanceTable({ people, zone }: { people: Person[]; zone: string }) {
  const t = useTranslations("door");
  const participants = useTranslations("participations");
  const classes = useTranslations("enums.participationClass");
  const locale = useLocale();
  return (
    <Table label={t("attendance")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("delegation")}</Th>
          <Th>{t("class")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("odd")}</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Tr key={person.id}>
            <Td>
              <span className="font-medium">{person.name || participants("erased")}</span>
              <span className="block text-muted text-xs">{person.functionalTitle}</span>
            </Td>
            <Td>{person.delegation}</Td>
            <Td>{classes(person.class)}</Td>
            <Td>
              {person.since ? (
                <StatusBadge of="participationState" state="checked_in">
                  {formatClock(person.since, zone, locale)}
                </StatusBadge>
              ) : (
                <StatusBadge of="participationState" state={person.state} />
              )}
            </Td>
            <Td>
              <ul className="space-y-1">
                {person.conflicts.map((one) => (
                  <li key={one.nonce}>
                    <Badge tone="warning" className="whitespace-normal">
                      <TriangleAlert aria-hidden />
                      {t(`conflicts.${one.conflict as "already_in"}`)}
                    </Badge>{" "}
                    <span className="text-muted text-xs tabular-nums">
                      {[formatClock(one.at, zone, locale), one.device, one.byName]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </li>
                ))}
              </ul>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
