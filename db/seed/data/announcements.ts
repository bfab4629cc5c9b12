import type { AnnouncementKind } from "@/db/enums";

type Words = { en: string; sv: string };

type PastAnnouncement = {
  slug: string;
  kind: AnnouncementKind;
  /** The instant it was made public; the hours are the demonstration's. */
  publicFrom: string;
  event?: string;
  members?: string[];
  tags: string[];
  title: Words;
  lead: Words;
  paragraphs: Words[];
};

/** What the group has told the public. Days and facts are known; every sentence is written for the demonstration. */
export const pastAnnouncements: PastAnnouncement[] = [
  {
    slug: "united-states-joins",
    kind: "new_member",
    publicFrom: "2021-04-23T14:00:00Z",
    members: ["us"],
    tags: ["Climate policy"],
    title: {
      en: "The United States joins the group",
      sv: "USA ansluter sig till gruppen",
    },
    lead: {
      en: "The United States becomes the fifteenth country in the Leadership Group for Industry Transition.",
      sv: "USA blir det femtonde landet i Ledarskapsgruppen för industriomställning.",
    },
    paragraphs: [
      {
        en: "The accession was made known during the Leaders Summit on Climate in April 2021. The group now has fifteen countries and sixteen companies.",
        sv: "Anslutningen blev känd under ledarnas klimattoppmöte i april 2021. Gruppen har nu femton länder och sexton företag.",
      },
      {
        en: "The members’ work plan for 2021 covers the exchange of innovation and technology, roadmaps for the transition of industry, and policy.",
        sv: "Medlemmarnas arbetsplan för 2021 omfattar utbyte av innovation och teknik, färdplaner för industrins omställning och styrmedel.",
      },
    ],
  },
  {
    slug: "japan-and-south-africa-join",
    kind: "new_member",
    publicFrom: "2022-06-01T08:00:00Z",
    event: "itd-stockholm-2022",
    members: ["jp", "za"],
    tags: ["Climate policy", "Developing countries"],
    title: {
      en: "Japan and South Africa join at the dialogue in Stockholm",
      sv: "Japan och Sydafrika ansluter sig vid dialogen i Stockholm",
    },
    lead: {
      en: "Two more countries join the group as close to a hundred participants meet in Stockholm for the Industry Transition Dialogue.",
      sv: "Ytterligare två länder ansluter sig till gruppen när närmare hundra deltagare möts i Stockholm för dialogen om industrins omställning.",
    },
    paragraphs: [
      {
        en: "With Japan and South Africa the group has eighteen countries and nineteen companies. The dialogue is held the day before Stockholm+50, by Sweden and India together with the World Economic Forum.",
        sv: "Med Japan och Sydafrika har gruppen arton länder och nitton företag. Dialogen hålls dagen före Stockholm+50, av Sverige och Indien tillsammans med World Economic Forum.",
      },
      {
        en: "The participants discuss how industries that are hard to change can move faster, and what governments and companies owe each other on the way.",
        sv: "Deltagarna samtalar om hur industrier som är svåra att ställa om kan gå fortare fram, och vad regeringar och företag kan vänta sig av varandra på vägen.",
      },
    ],
  },
  {
    slug: "summit-statement-2022-adopted",
    kind: "press_release",
    publicFrom: "2022-11-15T16:00:00Z",
    event: "summit-2022",
    tags: ["Climate policy", "Developing countries"],
    title: {
      en: "Summit Statement adopted in Sharm el-Sheikh",
      sv: "Toppmötets uttalande antaget i Sharm el-Sheikh",
    },
    lead: {
      en: "The members have adopted a statement that makes 2030 a milestone for heavy industry.",
      sv: "Medlemmarna har antagit ett uttalande som gör 2030 till en milstolpe för den tunga industrin.",
    },
    paragraphs: [
      {
        en: "The statement speaks of partnerships along the value chain, of materials that stay in use, of infrastructure, and of support to developing countries.",
        sv: "Uttalandet handlar om partnerskap längs värdekedjan, om material som stannar i bruk, om infrastruktur och om stöd till utvecklingsländer.",
      },
    ],
  },
  {
    slug: "leadit-2-0-launched",
    kind: "article",
    publicFrom: "2023-12-05T09:00:00Z",
    event: "leadit2-launch-2023",
    tags: ["Industry Transition Partnership"],
    title: { en: "The second phase begins", sv: "Den andra fasen börjar" },
    lead: {
      en: "LeadIT 2.0 runs from 2024 to 2026, with a partnership between India and Sweden beside it.",
      sv: "LeadIT 2.0 pågår från 2024 till 2026, med ett partnerskap mellan Indien och Sverige vid sidan av.",
    },
    paragraphs: [
      {
        en: "The prime ministers of the two countries opened the phase in Dubai on 1 December 2023. Eight days later the members adopted their mission statement.",
        sv: "De båda ländernas statsministrar inledde fasen i Dubai den 1 december 2023. Åtta dagar senare antog medlemmarna sin uppdragsförklaring.",
      },
    ],
  },
  {
    slug: "sail-joins",
    kind: "new_member",
    publicFrom: "2024-06-25T10:00:00Z",
    event: "almedalen-2024",
    members: ["sail"],
    tags: ["Steel"],
    title: {
      en: "Steel Authority of India Limited joins the group",
      sv: "Steel Authority of India Limited ansluter sig till gruppen",
    },
    lead: {
      en: "The Indian steel producer SAIL was announced as a member in Visby.",
      sv: "Den indiska ståltillverkaren SAIL presenterades som medlem i Visby.",
    },
    paragraphs: [
      {
        en: "The announcement was made at a meeting on India during the Almedalen week on Gotland.",
        sv: "Beskedet gavs vid ett möte om Indien under Almedalsveckan på Gotland.",
      },
    ],
  },
];

/** The announcement that waits for the opening of the upcoming summit. Its member is invented. */
export const embargoed: Omit<PastAnnouncement, "publicFrom" | "event" | "members"> = {
  slug: "norrsken-aluminium-joins",
  kind: "new_member",
  tags: ["Aluminium"],
  title: {
    en: "Norrsken Aluminium joins the group",
    sv: "Norrsken Aluminium ansluter sig till gruppen",
  },
  lead: {
    en: "The aluminium producer becomes a member as the summit opens.",
    sv: "Aluminiumtillverkaren blir medlem när toppmötet öppnar.",
  },
  paragraphs: [
    {
      en: "Norrsken Aluminium is an invented company. Its membership is part of the demonstration and shows how an accession stays hidden until its moment.",
      sv: "Norrsken Aluminium är ett påhittat företag. Medlemskapet hör till demonstrationen och visar hur en anslutning hålls dold till rätt ögonblick.",
    },
  ],
};
