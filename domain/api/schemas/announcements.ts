import { z } from "zod";
import { announcementKinds, datePrecisions } from "@/db/enums";
import { address, day, eventNamed, id, instant, language, organisation, page, perLanguage } from "./parts";

const editionSummary = z.strictObject({
  url: address,
  slug: z.string(),
  title: z.string(),
  lead: z.string(),
  publishedAt: instant.describe("When the text as it stands became public."),
});

export const announcementSummary = z.strictObject({
  id,
  self: address,
  kind: z.enum(announcementKinds),
  tags: z.array(z.string()),
  languages: z.array(language),
  publishedAt: instant.describe("When it was public for the first time; a correction does not make it new."),
  updatedAt: instant,
  editions: perLanguage(editionSummary),
});

export const announcement = announcementSummary.extend({
  editions: perLanguage(
    editionSummary.extend({ text: z.string().describe("Its words, a block to a line, without their form.") }),
  ),
  event: eventNamed.nullable(),
  members: z
    .array(organisation.extend({ joinedOn: day, joinedPrecision: z.enum(datePrecisions) }))
    .describe("Whose accession it is about."),
});

export const announcementList = z.strictObject({ ...page, data: z.array(announcementSummary) });

export type Announcement = z.input<typeof announcement>;
export type AnnouncementSummary = z.input<typeof announcementSummary>;
