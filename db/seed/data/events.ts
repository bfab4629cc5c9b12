import type { EventFormat, EventKind, HostRole, Localized } from "@/db/enums";

type PastEvent = {
  key: string;
  kind: EventKind;
  title: Localized;
  summary: Localized;
  /** Day, or start and end as instants where the hours are known. */
  on: string | [string, string];
  zone: string;
  format?: EventFormat;
  venue?: string;
  city: Localized;
  country: string;
  parentEvent?: string;
  hosts: [string, HostRole][];
};

const indiaAndSweden: [string, HostRole][] = [
  ["in", "host"],
  ["se", "host"],
];

/** The group's known meetings, 2019 to 2025. Only days that a public source gives; hours only where one gives them. */
export const pastEvents: PastEvent[] = [
  {
    key: "launch-2019",
    kind: "launch",
    title: {
      en: "Launch of the Leadership Group",
      sv: "Ledarskapsgruppen lanseras",
    },
    summary: {
      en: "Sweden and India start the group together with nine other countries and eleven companies.",
      sv: "Sverige och Indien startar gruppen tillsammans med nio andra länder och elva företag.",
    },
    on: "2019-09-23",
    zone: "America/New_York",
    city: { en: "New York", sv: "New York" },
    country: "US",
    parentEvent: "UN Climate Action Summit 2019",
    hosts: [
      ["se", "host"],
      ["in", "host"],
      ["wef", "supporter"],
      ["etc", "supporter"],
      ["mission-innovation", "supporter"],
      ["sei", "supporter"],
      ["ecf", "supporter"],
    ],
  },
  {
    key: "summit-2021",
    kind: "summit",
    title: { en: "LeadIT Summit 2021", sv: "LeadIT-toppmötet 2021" },
    summary: {
      en: "Ministers and company leaders review the year’s work plan and welcome the members who joined since the launch.",
      sv: "Ministrar och företagsledare går igenom årets arbetsplan och hälsar nya medlemmar välkomna.",
    },
    on: "2021-11-09",
    zone: "Europe/London",
    format: "hybrid",
    city: { en: "Glasgow", sv: "Glasgow" },
    country: "GB",
    parentEvent: "COP26",
    hosts: indiaAndSweden,
  },
  {
    key: "itd-stockholm-2022",
    kind: "dialogue",
    title: {
      en: "Industry Transition Dialogue",
      sv: "Dialog om industrins omställning",
    },
    summary: {
      en: "Close to a hundred participants from government, business and research meet the day before Stockholm+50. Japan and South Africa join the group.",
      sv: "Närmare hundra deltagare från regeringar, näringsliv och forskning möts dagen före Stockholm+50. Japan och Sydafrika ansluter sig till gruppen.",
    },
    on: "2022-06-01",
    zone: "Europe/Stockholm",
    city: { en: "Stockholm", sv: "Stockholm" },
    country: "SE",
    parentEvent: "Stockholm+50",
    hosts: [
      ["se", "host"],
      ["in", "host"],
      ["wef", "co_host"],
    ],
  },
  {
    key: "summit-2022",
    kind: "summit",
    title: { en: "LeadIT Summit 2022", sv: "LeadIT-toppmötet 2022" },
    summary: {
      en: "Roundtables on finance and on work across sectors. The members adopt the Summit Statement.",
      sv: "Rundabordssamtal om finansiering och om arbete mellan sektorer. Medlemmarna antar toppmötets uttalande.",
    },
    on: "2022-11-15",
    zone: "Africa/Cairo",
    city: { en: "Sharm el-Sheikh", sv: "Sharm el-Sheikh" },
    country: "EG",
    parentEvent: "COP27",
    hosts: indiaAndSweden,
  },
  {
    key: "leadit2-launch-2023",
    kind: "launch",
    title: { en: "Launch of LeadIT 2.0", sv: "LeadIT 2.0 lanseras" },
    summary: {
      en: "The prime ministers of India and Sweden open the group’s second phase, 2024 to 2026, and a partnership between the two countries.",
      sv: "Indiens och Sveriges statsministrar inleder gruppens andra fas, 2024 till 2026, och ett partnerskap mellan länderna.",
    },
    on: "2023-12-01",
    zone: "Asia/Dubai",
    city: { en: "Dubai", sv: "Dubai" },
    country: "AE",
    parentEvent: "COP28",
    hosts: indiaAndSweden,
  },
  {
    key: "summit-2023",
    kind: "summit",
    title: { en: "LeadIT Summit 2023", sv: "LeadIT-toppmötet 2023" },
    summary: {
      en: "The members adopt the mission statement for the years 2024 to 2026 with its three pillars.",
      sv: "Medlemmarna antar uppdragsförklaringen för åren 2024 till 2026 med dess tre pelare.",
    },
    on: "2023-12-09",
    zone: "Asia/Dubai",
    city: { en: "Dubai", sv: "Dubai" },
    country: "AE",
    parentEvent: "COP28",
    hosts: indiaAndSweden,
  },
  {
    key: "side-event-2023",
    kind: "side_event",
    title: {
      en: "Partnerships for a just and fair industry transition",
      sv: "Partnerskap för en rättvis industriomställning",
    },
    summary: {
      en: "A conversation on what partnerships across borders can do for industry in the second phase.",
      sv: "Ett samtal om vad partnerskap över gränser kan göra för industrin i den andra fasen.",
    },
    on: ["2023-12-10T06:55:00Z", "2023-12-10T07:45:00Z"],
    zone: "Asia/Dubai",
    venue: "Swedish Pavilion",
    city: { en: "Dubai", sv: "Dubai" },
    country: "AE",
    parentEvent: "COP28",
    hosts: [["secretariat", "host"]],
  },
  {
    key: "itp-2024",
    kind: "meeting",
    title: {
      en: "India–Sweden Industry Transition Partnership, first meeting",
      sv: "Indiens och Sveriges partnerskap för industriomställning, första mötet",
    },
    summary: {
      en: "The partnership that the two prime ministers announced in Dubai meets for the first time.",
      sv: "Partnerskapet som de båda statsministrarna tillkännagav i Dubai möts för första gången.",
    },
    on: "2024-04-22",
    zone: "Asia/Kolkata",
    city: { en: "New Delhi", sv: "New Delhi" },
    country: "IN",
    hosts: indiaAndSweden,
  },
  {
    key: "almedalen-2024",
    kind: "side_event",
    title: {
      en: "Engaging India at Almedalen",
      sv: "Engaging India i Almedalen",
    },
    summary: {
      en: "Steel Authority of India Limited is announced as a member of the group.",
      sv: "Steel Authority of India Limited presenteras som medlem i gruppen.",
    },
    on: "2024-06-25",
    zone: "Europe/Stockholm",
    city: { en: "Visby", sv: "Visby" },
    country: "SE",
    hosts: [["secretariat", "supporter"]],
  },
  {
    key: "summit-2024",
    kind: "summit",
    title: { en: "LeadIT Summit 2024", sv: "LeadIT-toppmötet 2024" },
    summary: {
      en: "India and Sweden chair the group’s yearly summit together.",
      sv: "Indien och Sverige leder tillsammans gruppens årliga toppmöte.",
    },
    on: "2024-11-20",
    zone: "Asia/Baku",
    city: { en: "Baku", sv: "Baku" },
    country: "AZ",
    parentEvent: "COP29",
    hosts: indiaAndSweden,
  },
  {
    key: "nycw-2025",
    kind: "side_event",
    title: {
      en: "LeadIT at Climate Week in New York",
      sv: "LeadIT vid klimatveckan i New York",
    },
    summary: {
      en: "Members and finance institutions talk about what heavy industry needs before the conference in Belém.",
      sv: "Medlemmar och finansinstitut samtalar om vad tung industri behöver inför konferensen i Belém.",
    },
    on: "2025-09-23",
    zone: "America/New_York",
    city: { en: "New York", sv: "New York" },
    country: "US",
    hosts: indiaAndSweden,
  },
  {
    key: "roundtable-2025",
    kind: "roundtable",
    title: {
      en: "Industry Leaders’ Roundtable 2025",
      sv: "Industriledarnas rundabordssamtal 2025",
    },
    summary: {
      en: "Heads of member companies meet ministers during the UN climate conference.",
      sv: "Medlemsföretagens ledare möter ministrar under FN:s klimatkonferens.",
    },
    on: "2025-11-17",
    zone: "America/Belem",
    city: { en: "Belém", sv: "Belém" },
    country: "BR",
    parentEvent: "COP30",
    hosts: indiaAndSweden,
  },
];
