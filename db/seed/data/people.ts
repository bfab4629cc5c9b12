import type { DatePrecision } from "@/db/enums";

type Held = {
  office: { en: string; sv?: string };
  of?: string;
  from: [string, DatePrecision];
  to?: string;
};

/**
 * Office holders that public sources name. `by` means: seen in the office on that day, in it perhaps since long before.
 * An open end means that no source found says it ended. No addresses, no quotations.
 */
export const officeHolders: { name: string; sortName: string; held: Held[] }[] = [
  {
    name: "Stefan Löfven",
    sortName: "Löfven Stefan",
    held: [
      {
        office: { en: "Prime Minister of Sweden", sv: "Sveriges statsminister" },
        of: "se",
        from: ["2014-10-03", "day"],
        to: "2021-11-30",
      },
    ],
  },
  {
    name: "Ulf Kristersson",
    sortName: "Kristersson Ulf",
    held: [
      {
        office: { en: "Prime Minister of Sweden", sv: "Sveriges statsminister" },
        of: "se",
        from: ["2022-10-18", "day"],
      },
    ],
  },
  {
    name: "Narendra Modi",
    sortName: "Modi Narendra",
    held: [
      {
        office: { en: "Prime Minister of India", sv: "Indiens premiärminister" },
        of: "in",
        from: ["2019-09-01", "by"],
      },
    ],
  },
  {
    name: "Annika Strandhäll",
    sortName: "Strandhäll Annika",
    held: [
      {
        office: {
          en: "Minister for Climate and the Environment, Sweden",
          sv: "klimat- och miljöminister, Sverige",
        },
        of: "se",
        from: ["2021-11-30", "day"],
        to: "2022-10-18",
      },
    ],
  },
  {
    name: "Romina Pourmokhtari",
    sortName: "Pourmokhtari Romina",
    held: [
      {
        office: {
          en: "Minister for Climate and the Environment, Sweden",
          sv: "klimat- och miljöminister, Sverige",
        },
        of: "se",
        from: ["2022-10-18", "day"],
      },
    ],
  },
  {
    name: "Bhupender Yadav",
    sortName: "Yadav Bhupender",
    held: [
      {
        office: {
          en: "Minister for Environment, Forest and Climate Change, India",
          sv: "miljö-, skogs- och klimatminister, Indien",
        },
        of: "in",
        from: ["2021-11-09", "by"],
      },
    ],
  },
  {
    name: "Kirti Vardhan Singh",
    sortName: "Singh Kirti Vardhan",
    held: [
      {
        office: {
          en: "Minister of State for Environment and External Affairs, India",
          sv: "biträdande miljö- och utrikesminister, Indien",
        },
        of: "in",
        from: ["2024-11-20", "by"],
      },
    ],
  },
  {
    name: "Rania Al-Mashat",
    sortName: "Al-Mashat Rania",
    held: [
      {
        office: {
          en: "Minister of International Cooperation, Egypt",
          sv: "minister för internationellt samarbete, Egypten",
        },
        of: "eg",
        from: ["2022-11-15", "by"],
      },
    ],
  },
  {
    name: "Rob Jetten",
    sortName: "Jetten Rob",
    held: [
      {
        office: { en: "Minister, Netherlands", sv: "minister, Nederländerna" },
        of: "nl",
        from: ["2022-11-15", "by"],
      },
    ],
  },
  {
    name: "Gökce Mete",
    sortName: "Mete Gökce",
    held: [
      {
        office: { en: "Head of the LeadIT Secretariat", sv: "chef för LeadIT:s sekretariat" },
        of: "secretariat",
        from: ["2021-04-23", "by"],
        to: "2022-12-12",
      },
    ],
  },
  {
    name: "Per Andersson",
    sortName: "Andersson Per",
    held: [
      {
        office: { en: "Head of the LeadIT Secretariat", sv: "chef för LeadIT:s sekretariat" },
        of: "secretariat",
        from: ["2022-12-12", "day"],
      },
    ],
  },
  {
    name: "Anthony Hobley",
    sortName: "Hobley Anthony",
    held: [
      { office: { en: "Executive Fellow, World Economic Forum" }, of: "wef", from: ["2022-11-15", "by"] },
    ],
  },
  {
    name: "Anders Danielsson",
    sortName: "Danielsson Anders",
    held: [
      {
        office: { en: "Chief Executive, Skanska", sv: "vd, Skanska" },
        of: "skanska",
        from: ["2021-06-10", "by"],
      },
    ],
  },
  {
    name: "Amarendu Prakash",
    sortName: "Prakash Amarendu",
    held: [
      { office: { en: "Chairman, SAIL", sv: "ordförande, SAIL" }, of: "sail", from: ["2024-06-25", "by"] },
    ],
  },
];
