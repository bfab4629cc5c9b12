import type { AdoptionMethod, ParagraphKind, StatementKind } from "@/db/enums";

type Words = { en: string; sv: string };
type SeedParagraph = { kind: ParagraphKind; text: Words };

type PastStatement = {
  key: string;
  kind: StatementKind;
  event: string;
  title: Words;
  /** The day of adoption; the hour is not known. */
  adopted: string;
  zone: string;
  method: AdoptionMethod;
  /** Who stands behind it: the two co-chairs, or every member on that day. */
  endorsedBy: "members" | string[];
  /** Decided by silence until noon of its day, opened so many hours before; with what was said of it then and later. */
  silence?: {
    hours: number;
    reservation: { by: string; paragraph: number; text: string };
    later: { by: string; on: string }[];
  };
  paragraphs: SeedParagraph[];
};

const heading = (en: string, sv: string): SeedParagraph => ({
  kind: "heading",
  text: { en, sv },
});
const preambular = (en: string, sv: string): SeedParagraph => ({
  kind: "preambular",
  text: { en, sv },
});
const operative = (en: string, sv: string): SeedParagraph => ({
  kind: "operative",
  text: { en, sv },
});
const closing = (en: string, sv: string): SeedParagraph => ({
  kind: "closing",
  text: { en, sv },
});

const summary = closing(
  "This text was written for the demonstration. It follows the subjects of the adopted statement, not its wording.",
  "Texten är skriven för demonstrationen. Den följer det antagna uttalandets ämnen, inte dess ordalydelse.",
);

/** Statements the group has adopted. Titles, days and subjects are facts; every sentence is written for the demonstration. */
export const pastStatements: PastStatement[] = [
  {
    key: "summit-statement-2022",
    kind: "summit_statement",
    event: "summit-2022",
    title: {
      en: "LeadIT Summit Statement 2022",
      sv: "LeadIT-toppmötets uttalande 2022",
    },
    adopted: "2022-11-15",
    zone: "Africa/Cairo",
    method: "consensus",
    endorsedBy: "members",
    paragraphs: [
      preambular(
        "We, the members of the Leadership Group for Industry Transition, met in Sharm el-Sheikh during COP27,",
        "Vi, medlemmarna i Ledarskapsgruppen för industriomställning, samlade i Sharm el-Sheikh under COP27,",
      ),
      preambular(
        "aware that the furnaces, kilns and plants decided on in this decade will still run in 2050,",
        "medvetna om att de ugnar och anläggningar som beslutas detta årtionde fortfarande är i drift 2050,",
      ),
      heading("2030 as a milestone", "2030 som milstolpe"),
      operative(
        "We regard 2030 as the year by which the first full-scale plants for low-carbon steel, cement and chemicals must be running in every region.",
        "Vi ser 2030 som året då de första fullskaliga anläggningarna för stål, cement och kemikalier med låga utsläpp ska vara i drift i varje region.",
      ),
      operative(
        "We will report at each summit how far the national roadmaps and the company plans have come.",
        "Vi redovisar vid varje toppmöte hur långt de nationella färdplanerna och företagens planer har kommit.",
      ),
      heading("Along the value chain", "Längs värdekedjan"),
      operative(
        "We will form partnerships between producers and buyers, so that the cost of a cleaner material is shared where it is smallest: in the finished product.",
        "Vi bildar partnerskap mellan producenter och köpare, så att merkostnaden för ett renare material bärs där den är som minst: i den färdiga produkten.",
      ),
      operative(
        "We will keep materials in use for longer and remove the rules that stand in the way of their return.",
        "Vi håller material i bruk längre och tar bort regler som hindrar att de kommer tillbaka.",
      ),
      operative(
        "We will plan grids, hydrogen and storage of carbon dioxide together with those who are to use them.",
        "Vi planerar elnät, vätgas och lagring av koldioxid tillsammans med dem som ska använda dem.",
      ),
      heading("With developing countries", "Tillsammans med utvecklingsländer"),
      operative(
        "We will open our projects to partners in developing countries and support their access to technology and finance.",
        "Vi öppnar våra projekt för partner i utvecklingsländer och stöder deras tillgång till teknik och finansiering.",
      ),
      summary,
    ],
  },
  {
    key: "joint-leaders-statement-2023",
    kind: "leaders_statement",
    event: "leadit2-launch-2023",
    title: {
      en: "Joint statement of the leaders of India and Sweden on LeadIT 2.0",
      sv: "Indiens och Sveriges ledares gemensamma uttalande om LeadIT 2.0",
    },
    adopted: "2023-12-01",
    zone: "Asia/Dubai",
    method: "written",
    endorsedBy: ["in", "se"],
    paragraphs: [
      preambular(
        "India and Sweden, who founded the group in 2019,",
        "Indien och Sverige, som grundade gruppen 2019,",
      ),
      operative(
        "open the second phase of the group, LeadIT 2.0, for the years 2024 to 2026;",
        "inleder gruppens andra fas, LeadIT 2.0, för åren 2024 till 2026;",
      ),
      operative(
        "set up an industry transition partnership between the two countries that links governments, industry, technology providers, research and think tanks;",
        "upprättar ett partnerskap för industriomställning mellan de båda länderna som förenar regeringar, industri, teknikleverantörer, forskning och tankesmedjor;",
      ),
      operative(
        "expect results that can be shown by COP30 in 2025.",
        "väntar sig resultat som kan visas upp till COP30 år 2025.",
      ),
      summary,
    ],
  },
  {
    key: "mission-statement-2024-2026",
    kind: "mission_statement",
    event: "summit-2023",
    title: {
      en: "Mission Statement LeadIT 2.0, 2024–2026",
      sv: "Uppdragsförklaring LeadIT 2.0, 2024–2026",
    },
    adopted: "2023-12-09",
    zone: "Asia/Dubai",
    method: "silence",
    endorsedBy: "members",
    silence: {
      hours: 72,
      reservation: {
        by: "nl",
        paragraph: 4,
        text: "We read this paragraph as being without prejudice to obligations on intellectual property.",
      },
      later: [
        { by: "kr", on: "2024-01-22" },
        { by: "sail", on: "2024-06-25" },
      ],
    },
    paragraphs: [
      preambular(
        "The members of the group, gathered in Dubai during COP28, agree on the work for the years 2024 to 2026.",
        "Gruppens medlemmar, samlade i Dubai under COP28, är överens om arbetet för åren 2024 till 2026.",
      ),
      heading("A global forum", "Ett globalt forum"),
      operative(
        "The group is a place where governments and companies talk openly about what makes the transition of industry inclusive and fair.",
        "Gruppen är en plats där regeringar och företag talar öppet om vad som gör industrins omställning inkluderande och rättvis.",
      ),
      heading("Technology", "Teknik"),
      operative(
        "Members share technology and develop it together, on terms that both sides have agreed.",
        "Medlemmarna delar teknik och utvecklar den tillsammans, på villkor som båda sidor har enats om.",
      ),
      heading("A platform for industry transition", "En plattform för industriomställning"),
      operative(
        "A platform between India and Sweden brings projects, finance and suppliers together, and is open for others to follow.",
        "En plattform mellan Indien och Sverige för samman projekt, finansiering och leverantörer, och andra kan följa efter.",
      ),
      operative(
        "The work is reviewed at each summit until the end of 2026.",
        "Arbetet gås igenom vid varje toppmöte till och med 2026.",
      ),
      summary,
    ],
  },
];

/** The statement in negotiation: what each revision changed, for the upcoming summit. */
export const draft = {
  title: {
    en: "Summit Statement: materials the world can build on",
    sv: "Toppmötets uttalande: material att bygga världen av",
  },
  paragraphs: [
    preambular(
      "We, the members of the group, recall the statements of 2022 and 2023 and the work done since,",
      "Vi, gruppens medlemmar, påminner om uttalandena från 2022 och 2023 och om arbetet sedan dess,",
    ),
    preambular(
      "noting that the first plants are running and that the next ones wait for buyers,",
      "noterar att de första anläggningarna är i drift och att nästa väntar på köpare,",
    ),
    heading("Demand", "Efterfrågan"),
    operative(
      "We will buy a growing share of low-carbon steel and cement in public works from 2028 on.",
      "Vi köper från 2028 en växande andel stål och cement med låga utsläpp till offentliga byggen.",
    ),
    operative(
      "Companies among us will publish the share of such material in what they buy, every year.",
      "Företag bland oss redovisar varje år andelen sådant material i sina inköp.",
    ),
    heading("Finance", "Finansiering"),
    operative(
      "We will offer shared guarantees for the first plant of its kind in a country.",
      "Vi erbjuder gemensamma garantier för den första anläggningen av sitt slag i ett land.",
    ),
    heading("Follow-up", "Uppföljning"),
    operative(
      "The secretariat will report to the next summit what came of each paragraph.",
      "Sekretariatet rapporterar till nästa toppmöte vad som blev av varje punkt.",
    ),
  ],
  /** REV.1 adds a paragraph on grids; REV.2 makes the purchase stronger. */
  added: operative(
    "We will decide on grid connections for industry within two years of an application.",
    "Vi beslutar om industrins anslutning till elnätet inom två år från en ansökan.",
  ),
  strengthened:
    "We will buy at least a third of the steel and cement in public works as low-carbon material from 2028 on.",
  /** In REV.2 what is not agreed stands in brackets; who holds which option. */
  bracketed: {
    paragraph: "We will offer shared guarantees",
    text: "We will offer shared guarantees for the first plant of its kind in a country [from 2028 on|from 2030 on|].",
    bracket: "from 2028 on|from 2030 on|",
    holders: [["se", "ssab"], ["in"], ["jp"]],
  },
};

/** Who negotiates the draft; the first four are its drafting group. */
export const parties = ["se", "in", "ssab", "jp", "de", "za", "nl", "dalmia-cement", "vattenfall"];

type SeedAmendment = {
  paragraph: string;
  by: string;
  text: string;
  reason: string;
  /** Hours before the demonstration begins. */
  hours: number;
  sponsors?: string[];
  decided?: { state: "accepted" | "rejected"; hours: number; reason: string };
};

/** What was proposed to REV.1 and REV.2; the two that are open on one paragraph exclude each other. */
export const amendments: SeedAmendment[] = [
  {
    paragraph: "We will buy",
    by: "in",
    text: draft.strengthened,
    reason: "A share that can be counted binds more than one that grows.",
    hours: 300,
    sponsors: ["se", "za"],
    decided: { state: "accepted", hours: 72, reason: "" },
  },
  {
    paragraph: "The secretariat will report",
    by: "de",
    text: "The secretariat will report twice a year what came of each paragraph.",
    reason: "A summit is too far apart to notice what stalls.",
    hours: 280,
    decided: { state: "rejected", hours: 74, reason: "The secretariat has no means for a second report." },
  },
  {
    paragraph: "Companies among us",
    by: "ssab",
    text: "Companies among us will publish the share of such material in what they buy and sell, every year.",
    reason: "What is sold matters as much as what is bought.",
    hours: 50,
    sponsors: ["vattenfall"],
  },
  {
    paragraph: "Companies among us",
    by: "dalmia-cement",
    text: "Companies among us will publish the share of such material in what they buy, every second year.",
    reason: "Supply chains in cement cannot be surveyed every year.",
    hours: 30,
  },
  {
    paragraph: "We will decide on grid connections",
    by: "nl",
    text: "We will aim to decide on grid connections for industry within two years of a complete application.",
    reason: "An authority can only decide on an application that is complete.",
    hours: 20,
  },
];

/** What was said of REV.2. */
export const comments = [
  {
    by: "jp",
    audience: "members",
    paragraph: "We will offer shared guarantees",
    hours: 40,
    text: "Our preference is to leave the year out: guarantees follow the budget.",
  },
  {
    by: "se",
    audience: "drafting_group",
    paragraph: "We will offer shared guarantees",
    hours: 36,
    text: "We could live with 2030 if the purchase in paragraph 1 stays.",
  },
  {
    by: null,
    audience: "members",
    paragraph: null,
    hours: 60,
    text: "REV.2 takes up what was agreed at the last reading. Please send amendments by the end of the week.",
  },
  {
    by: "za",
    audience: "secretariat",
    paragraph: null,
    hours: 24,
    text: "Our minister may wish to speak to this text in the closing session.",
  },
] as const;
