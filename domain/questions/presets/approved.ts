import { ask, option, sensitiveDays, yesAndNo } from "./draft";

const stage = "after_approval" as const;
const accreditation = { stage, keptDays: sensitiveDays, audience: "secretariat" as const };
const travel = { stage, keptDays: sensitiveDays, audience: "delegation" as const };
const needs = { stage, keptDays: sensitiveDays, audience: "needs" as const };

/** What the presets ask of those who are approved: nobody hands in a passport for a seat they may not get. */
export const afterApproval = {
  nationality: ask(
    "nationality",
    "country",
    { en: "Nationality", sv: "Medborgarskap" },
    {
      ...accreditation,
      help: { en: "As in the passport you travel with.", sv: "Enligt passet du reser med." },
      required: true,
    },
  ),
  passport: ask(
    "passport",
    "text",
    { en: "Passport number", sv: "Passnummer" },
    {
      ...accreditation,
      help: {
        en: "For the security office, which issues the accreditation.",
        sv: "Till säkerhetskontoret, som utfärdar ackrediteringen.",
      },
      required: true,
      reviewed: true,
    },
  ),
  passportCopy: ask(
    "passportCopy",
    "file",
    { en: "Copy of the passport’s data page", sv: "Kopia av passets sida med personuppgifter" },
    accreditation,
  ),
  arrival: ask("arrival", "date", { en: "Day of arrival", sv: "Ankomstdag" }, travel),
  departure: ask("departure", "date", { en: "Day of departure", sv: "Avresedag" }, travel),
  transfer: ask(
    "transfer",
    "choice",
    {
      en: "Do you wish to be met on arrival?",
      sv: "Vill du bli mött vid ankomsten?",
    },
    { ...travel, options: yesAndNo },
  ),
  flight: ask(
    "flight",
    "text",
    { en: "Flight or train, and when it arrives", sv: "Flyg eller tåg, och när det kommer" },
    { ...travel, required: true, shownIf: { key: "transfer", value: "yes" } },
  ),
  assistance: ask(
    "assistance",
    "choices",
    { en: "What makes it easier for you to take part?", sv: "Vad gör det lättare för dig att delta?" },
    {
      ...needs,
      options: [
        option(
          "step-free",
          "Step-free ways and a place for a wheelchair",
          "Trappfria vägar och plats för rullstol",
        ),
        option("hearing-loop", "A hearing loop", "Hörslinga"),
        option("captions", "Captions", "Textning"),
        option("sign-language", "Sign language interpretation", "Teckenspråkstolkning"),
        option("quiet-room", "A quiet room", "Ett tyst rum"),
        option(
          "assistant",
          "A personal assistant who comes with me",
          "En personlig assistent som följer med mig",
        ),
      ],
    },
  ),
  assistant: ask(
    "assistant",
    "text",
    { en: "Name of your assistant", sv: "Din assistents namn" },
    { ...needs, required: true, shownIf: { key: "assistance", value: "assistant" } },
  ),
  emergency: ask(
    "emergency",
    "text",
    {
      en: "Whom we call in an emergency",
      sv: "Vem vi ringer i en nödsituation",
    },
    {
      ...accreditation,
      help: { en: "Name and telephone number.", sv: "Namn och telefonnummer." },
    },
  ),
};
