import type { AgendaAudience, AgendaItemKind, AgendaRole, AttributionRule, SpokenLanguage } from "@/db/enums";

type Words = { en: string; sv: string };

/**
 * Invented office holders and speakers of the upcoming summit. Nobody here exists, so their offices are of no real
 * organisation.
 */
export const speakers: {
  key: string;
  name: string;
  sortName: string;
  courtesyTitle: string;
  office: Words;
}[] = [
  {
    key: "chair",
    name: "Astrid Hallgren",
    sortName: "Hallgren Astrid",
    courtesyTitle: "H.E.",
    office: {
      en: "Minister for Industry and Climate",
      sv: "Industri- och klimatminister",
    },
  },
  {
    key: "co-chair",
    name: "Anand Raghavan",
    sortName: "Raghavan Anand",
    courtesyTitle: "H.E.",
    office: {
      en: "Minister for Heavy Industries",
      sv: "Minister för tung industri",
    },
  },
  {
    key: "minister-za",
    name: "Nomvula Dlamini-Botha",
    sortName: "Dlamini-Botha Nomvula",
    courtesyTitle: "H.E.",
    office: { en: "Deputy Minister for Trade", sv: "Vice handelsminister" },
  },
  {
    key: "minister-jp",
    name: "Haruka Minami",
    sortName: "Minami Haruka",
    courtesyTitle: "H.E.",
    office: { en: "Vice-Minister for Economy", sv: "Vice ekonomiminister" },
  },
  {
    key: "ceo-steel",
    name: "Bengt-Åke Sjödin",
    sortName: "Sjödin Bengt-Åke",
    courtesyTitle: "",
    office: { en: "Head of Group Strategy", sv: "Strategichef" },
  },
  {
    key: "ceo-cement",
    name: "Priya van der Berg",
    sortName: "Berg Priya van der",
    courtesyTitle: "Dr",
    office: {
      en: "Director of Low-Carbon Products",
      sv: "Direktör för produkter med låga utsläpp",
    },
  },
  {
    key: "finance",
    name: "Khalid bin Salim",
    sortName: "Salim Khalid bin",
    courtesyTitle: "",
    office: {
      en: "Senior Adviser, Finance",
      sv: "Senior rådgivare, finansiering",
    },
  },
  {
    key: "moderator",
    name: "Siobhán McDonagh",
    sortName: "McDonagh Siobhán",
    courtesyTitle: "",
    office: { en: "Moderator of the dialogue", sv: "Dialogens moderator" },
  },
  {
    key: "secretariat",
    name: "Gunnar Wahlström",
    sortName: "Wahlström Gunnar",
    courtesyTitle: "",
    office: {
      en: "Deputy Head of the Secretariat",
      sv: "Biträdande chef för sekretariatet",
    },
  },
];

/** What is known of the rooms of the upcoming summit. */
export const summitRooms: Record<string, { capacity: number; building?: string }> = {
  Ljusgården: { capacity: 200 },
  Vättern: { capacity: 120 },
  Mälaren: { capacity: 40 },
  Siljan: { capacity: 120 },
  Vänern: { capacity: 10 },
  Hjälmaren: { capacity: 60 },
  "Gyllene salen": { capacity: 300, building: "Stadshuset" },
};

/** When a speaker of the upcoming summit can be given something to do: day of the summit, local from and until. */
export const summitAvailabilities: { key: string; day: 0 | 1; from: string; to: string }[] = [
  { key: "minister-jp", day: 0, from: "08:00", to: "13:00" },
  { key: "minister-za", day: 0, from: "10:30", to: "18:00" },
  { key: "minister-za", day: 1, from: "08:00", to: "12:00" },
];

/** The draft of the upcoming dialogue, which nobody has released yet: local start and end. */
export const dialogueItems: { kind: AgendaItemKind; from: string; to: string; title: Words }[] = [
  { kind: "opening", from: "13:00", to: "13:15", title: { en: "Welcome", sv: "Välkomna" } },
  { kind: "panel", from: "13:15", to: "14:45", title: { en: "What buyers need", sv: "Vad köparna behöver" } },
];

/** What the draft of the upcoming summit has no time for yet. */
export const waitingItems: { kind: AgendaItemKind; minutes: number; title: Words | { en: string } }[] = [
  { kind: "signing", minutes: 20, title: { en: "Signing of the hydrogen declaration" } },
];

/**
 * The agenda of the upcoming summit: day of the summit, local start and end, room, title, people. A room has one name
 * for readers of every language, so it is a proper one.
 */
export const agenda: {
  day: 0 | 1;
  from: string;
  to: string;
  kind: AgendaItemKind;
  room: string;
  title: Words;
  abstract?: Words;
  people?: [string, AgendaRole][];
  audience?: AgendaAudience;
  attribution?: AttributionRule;
  languages?: SpokenLanguage[];
  expected?: number;
}[] = [
  {
    day: 0,
    from: "07:30",
    to: "08:45",
    kind: "hold",
    room: "Ljusgården",
    title: { en: "Security sweep", sv: "Säkerhetskontroll" },
  },
  {
    day: 0,
    from: "09:00",
    to: "09:45",
    kind: "opening",
    room: "Vättern",
    languages: ["en", "sv", "fr", "hi"],
    expected: 110,
    title: { en: "Opening of the summit", sv: "Toppmötet öppnas" },
    abstract: {
      en: "The co-chairs open the summit and present the year’s results.",
      sv: "Ordförandena öppnar toppmötet och redovisar årets resultat.",
    },
    people: [
      ["chair", "chair"],
      ["co-chair", "chair"],
    ],
  },
  {
    day: 0,
    from: "09:45",
    to: "10:30",
    kind: "keynote",
    room: "Vättern",
    title: {
      en: "What the first plants have taught us",
      sv: "Vad de första anläggningarna har lärt oss",
    },
    people: [
      ["ceo-steel", "speaker"],
      ["moderator", "moderator"],
    ],
  },
  {
    day: 0,
    from: "10:30",
    to: "11:00",
    kind: "break",
    room: "Ljusgården",
    title: { en: "Coffee", sv: "Kaffe" },
  },
  {
    day: 0,
    from: "11:00",
    to: "12:30",
    kind: "panel",
    room: "Vättern",
    title: {
      en: "Creating demand for low-carbon materials",
      sv: "Att skapa efterfrågan på material med låga utsläpp",
    },
    abstract: {
      en: "Public works, long contracts and a shared definition: what makes a buyer sign.",
      sv: "Offentliga byggen, långa avtal och en gemensam definition: vad får en köpare att skriva under.",
    },
    people: [
      ["moderator", "moderator"],
      ["minister-jp", "panellist"],
      ["ceo-cement", "panellist"],
      ["ceo-steel", "panellist"],
    ],
  },
  {
    day: 0,
    from: "11:00",
    to: "12:30",
    kind: "roundtable",
    room: "Mälaren",
    attribution: "chatham_house",
    audience: "participants",
    languages: ["en", "fr"],
    expected: 35,
    title: {
      en: "Finance for first-of-a-kind plants",
      sv: "Finansiering av anläggningar som är de första i sitt slag",
    },
    people: [
      ["finance", "moderator"],
      ["minister-za", "speaker"],
    ],
  },
  {
    day: 0,
    from: "12:30",
    to: "13:45",
    kind: "break",
    room: "Siljan",
    title: { en: "Lunch", sv: "Lunch" },
  },
  {
    day: 0,
    from: "13:45",
    to: "15:15",
    kind: "plenary",
    room: "Vättern",
    attribution: "closed",
    languages: ["en", "sv", "fr", "hi"],
    title: {
      en: "Reading of the draft statement",
      sv: "Genomgång av utkastet till uttalande",
    },
    abstract: {
      en: "The chair takes the text paragraph by paragraph.",
      sv: "Ordföranden går igenom texten punkt för punkt.",
    },
    people: [
      ["chair", "chair"],
      ["secretariat", "rapporteur"],
    ],
  },
  {
    day: 0,
    from: "15:30",
    to: "16:00",
    kind: "bilateral",
    room: "Vänern",
    expected: 12,
    title: { en: "Bilateral slot", sv: "Tid för bilateralt möte" },
  },
  {
    day: 0,
    from: "16:15",
    to: "17:00",
    kind: "roundtable",
    room: "Mälaren",
    audience: "participants",
    attribution: "closed",
    title: {
      en: "Heads of delegation meet",
      sv: "Delegationsledarna möts",
    },
    people: [["chair", "chair"]],
  },
  {
    day: 0,
    from: "17:45",
    to: "18:30",
    kind: "travel",
    room: "Gyllene salen",
    title: { en: "Coaches to the City Hall", sv: "Bussar till Stadshuset" },
  },
  {
    day: 0,
    from: "18:30",
    to: "21:00",
    kind: "reception",
    room: "Gyllene salen",
    title: { en: "Reception", sv: "Mottagning" },
    people: [["chair", "speaker"]],
  },
  {
    day: 1,
    from: "09:00",
    to: "10:30",
    kind: "roundtable",
    room: "Vättern",
    title: {
      en: "Grids, hydrogen and storage",
      sv: "Elnät, vätgas och lagring",
    },
    people: [
      ["co-chair", "moderator"],
      ["ceo-cement", "speaker"],
    ],
  },
  {
    day: 1,
    from: "10:30",
    to: "11:00",
    kind: "break",
    room: "Ljusgården",
    title: { en: "Coffee", sv: "Kaffe" },
  },
  {
    day: 1,
    from: "11:00",
    to: "12:00",
    kind: "plenary",
    room: "Vättern",
    title: { en: "Adoption of the statement", sv: "Uttalandet antas" },
    people: [
      ["chair", "chair"],
      ["co-chair", "chair"],
    ],
  },
  {
    day: 1,
    from: "12:00",
    to: "12:30",
    kind: "press_conference",
    room: "Hjälmaren",
    title: { en: "Press conference", sv: "Presskonferens" },
    people: [
      ["chair", "speaker"],
      ["co-chair", "speaker"],
      ["secretariat", "moderator"],
    ],
  },
  {
    day: 1,
    from: "12:30",
    to: "12:45",
    kind: "closing",
    room: "Vättern",
    title: { en: "Closing", sv: "Avslutning" },
    people: [["chair", "chair"]],
  },
];

/** Given names and family names from which the demonstration's participants are put together; as written by their bearers. */
export const givenNames = [
  "Ingrid",
  "Lars-Erik",
  "Aïcha",
  "Daniel",
  "Zoë",
  "Mohammed",
  "Yuki",
  "Thandeka",
  "Sofía",
  "Piotr",
  "Wei",
  "Fatou",
  "Björn",
  "Ananya",
  "Luca",
  "Mwangi",
  "Chloé",
  "Jörg",
  "Saoirse",
  "Minh",
];
export const familyNames = [
  "Åkesson",
  "van der Merwe",
  "McAllister",
  "bin Rashid",
  "Nakagawa",
  "Okonkwo",
  "de la Cruz",
  "Østergaard",
  "Iyer",
  "O’Brien",
  "Müller",
  "Ferrari",
  "Nguyen",
  "Haddad",
  "Kowalczyk",
];
export const functionalTitles = [
  "Director-General",
  "Head of Unit",
  "Climate Attaché",
  "Vice President, Sustainability",
  "Policy Adviser",
  "Chief Technology Officer",
  "Programme Manager",
  "Counsellor",
];
