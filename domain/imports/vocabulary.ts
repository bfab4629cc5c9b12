import { locales, participationClasses, participationLevels, participationStates } from "@/db/enums";
import { words } from "@/lib/i18n/words";
import { plain } from "./headers/rules";
import type { Vocabulary } from "./reading/rules";
import { importableStates } from "./rules";

/** What lists say beside the words of the interface. */
const also = {
  class: {
    head: "head, hod, leader, chef de délégation, delegationschef, delegationsledare, ledare",
    delegate: "member, delegation member, participant, attendee, delegat, ledamot, deltagare",
    adviser: "advisor, expert, rådgivare, sakkunnig",
    speaker: "panellist, panelist, moderator, talare",
    observer: "guest, observatör, gäst",
    press: "media, journalist, reporter",
    interpreter: "tolk",
    security: "bodyguard, protection, säkerhet, livvakt",
    staff: "secretariat, support, crew, personal, sekretariat, medarbetare",
  },
  level: {
    head_of_state: "president, king, queen, statschef, kung, drottning",
    head_of_government: "prime minister, pm, chancellor, statsminister, regeringschef",
    minister: "cabinet minister, secretary of state, statsråd",
    vice_minister: "deputy minister, state secretary, statssekreterare, vice minister",
    chief_executive: "ceo, managing director, vd, verkställande direktör",
    senior_official: "director general, ambassador, generaldirektör, ambassadör",
    other: "none, ingen",
  },
  state: {
    nominated: "draft, utkast",
    submitted: "pending, new, registered, väntar, ny, anmäld",
    approved: "confirmed, accepted, yes, bekräftad, godkänd, antagen",
    waitlisted: "waiting, waitlist, waiting list, reserve, väntelista, reserv",
    on_hold: "hold, paused, vilande, pausad",
    withdrawn: "cancelled, canceled, avanmäld, avbokad",
    declined: "rejected, no, avslagen, nekad",
  },
  locale: { en: "eng, english, engelska", sv: "swe, se, swedish, svenska" },
} as const;

type Also = Partial<Record<string, string>>;

/** A map from the codes, the words of every language of the interface, and what lists say beside them. */
function map<Value extends string>(
  values: readonly Value[],
  kind: "participationClass" | "participationLevel" | "participationState" | "locale",
  more: Also,
): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const value of values) {
    const named = locales.map((locale) => words(locale, "enums")(`${kind}.${value}` as "locale.en"));
    const others = (more[value] ?? "").split(", ");
    for (const word of [value, ...named, ...others]) if (plain(word)) found.set(plain(word), value);
  }
  return found;
}

/** The words that lists use for classes, levels, states and languages. */
export function vocabulary(): Vocabulary {
  const states = map(participationStates, "participationState", also.state);
  return {
    class: map(participationClasses, "participationClass", also.class),
    level: map(participationLevels, "participationLevel", also.level),
    state: new Map(
      [...states].map(([word, state]) => [word, importableStates.find((one) => one === state) ?? "gone"]),
    ),
    locale: map(locales, "locale", also.locale),
  };
}
