import { z } from "zod";
import {
  announcementKinds,
  eventKinds,
  locales,
  organisationKinds,
  sectors,
  statementKinds,
} from "@/db/enums";

/**
 * What can be asked of each list. A parameter nobody knows, one given twice and one that cannot be read are refused: who
 * mistypes a filter must not take everything for the answer.
 */

const number = (most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(most));

const paging = {
  page: number(100_000).default(1).describe("The page, from 1."),
  perPage: number(100).default(20).describe("How many on a page, at most 100."),
};
const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .optional()
  .describe("Of a year.");
const since = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((text) => new Date(text))
  // PostgreSQL knows no year 0, and reads none of five digits as it is written here.
  .refine((since) => since >= new Date("1970-01-01") && since < new Date("9999-01-01"))
  .optional()
  .describe("Changed at or after a day or an instant.");
const asOf = z.iso.date().optional().describe("On a day; today if absent.");

export const eventsAsked = z.strictObject({
  kind: z.enum(eventKinds).optional().describe("Of a kind."),
  year,
  since,
  ...paging,
});
export const statementsAsked = z.strictObject({
  kind: z.enum(statementKinds).optional().describe("Of a kind."),
  lang: z.enum(locales).optional().describe("Public in a language."),
  year,
  since,
  ...paging,
});
export const announcementsAsked = z.strictObject({
  kind: z.enum(announcementKinds).optional().describe("Of a kind."),
  tag: z.string().min(1).max(100).optional().describe("With a tag."),
  lang: z.enum(locales).optional().describe("Public in a language."),
  year,
  since,
  ...paging,
});
export const membersAsked = z.strictObject({
  asOf,
  kind: z.enum(organisationKinds).optional().describe("Of a kind."),
  sector: z.enum(sectors).optional().describe("Of a sector."),
  ...paging,
});
export const statementAsked = z.strictObject({ asOf });
export const nothingAsked = z.strictObject({});
