import { useLocale, useTranslations } from "next-intl";
import { type Entry, inProtocolOrder, type Party } from "@/domain/participant-lists/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { Flag } from "../flag";
import { Section } from "../ui/section";

type Props = {
  entries: readonly Entry[];
  /** The level of the headings of the kinds; those of the organisations are one below. */
  level?: 2 | 3;
};

/** A list of participants in the order of protocol: kind by kind, organisation by organisation. */
export function ListBody({ entries, level = 2 }: Props) {
  const locale = useLocale();
  const t = useTranslations("participantList");
  return (
    <div className="space-y-8">
      {inProtocolOrder(entries, locale).map((group) => (
        <Section
          key={group.kind}
          level={level}
          title={t(`kinds.${group.kind}`)}
          aside={
            <span className="text-muted tabular-nums">
              {t("people", { count: group.parties.reduce((sum, party) => sum + party.people.length, 0) })}
            </span>
          }
        >
          <div className="gap-x-10 sm:columns-2 print:columns-2">
            {group.parties.map((party) => (
              <PartyList key={party.people[0]?.participationId} party={party} level={level} />
            ))}
          </div>
        </Section>
      ))}
    </div>
  );
}

function PartyList({ party, level }: { party: Party; level: 2 | 3 }) {
  const locale = useLocale();
  const t = useTranslations("participantList");
  const name = pick(party.name, locale);
  const Heading = level === 2 ? "h3" : "h4";
  return (
    <div className="mb-6">
      <Heading
        lang={langOf(name, locale)}
        className="mb-1 break-after-avoid font-sans font-semibold text-base"
      >
        {party.country && <Flag country={party.country} className="me-2" />}
        {name.text || t("withoutOrganisation")}
      </Heading>
      <ul className="text-sm">
        {party.people.map((person) => (
          <PersonLine key={person.participationId} person={person} />
        ))}
      </ul>
    </div>
  );
}

/** Somebody on a list: as named, what they are, and the class where it is not that of a delegate. */
export function PersonLine({ person }: { person: Entry }) {
  const classes = useTranslations("enums.participationClass");
  const words = [person.functionalTitle, person.class === "delegate" ? "" : classes(person.class)];
  return (
    <li className="break-inside-avoid border-rule border-t py-1.5">
      {[person.courtesyTitle, person.name].filter(Boolean).join(" ")}
      <span className="block text-muted">{words.filter(Boolean).join(" · ")}</span>
    </li>
  );
}
