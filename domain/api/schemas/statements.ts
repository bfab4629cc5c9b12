import { z } from "zod";
import { adoptionMethods, paragraphKinds, positionKinds, statementKinds } from "@/db/enums";
import {
  address,
  addresses,
  counted,
  day,
  eventNamed,
  id,
  instant,
  language,
  localized,
  organisation,
  page,
  perLanguage,
} from "./parts";

export const statementSummary = z.strictObject({
  id,
  slug: z.string(),
  self: address,
  url: addresses,
  kind: z.enum(statementKinds),
  title: localized,
  languages: z.array(language).describe("In which it is public."),
  authenticLanguage: language,
  publishedAt: instant,
  updatedAt: instant,
  adoptedAt: z.union([instant, day]).nullable().describe("A day alone where only that is known."),
  event: eventNamed.nullable(),
});

const paragraph = z.strictObject({
  id,
  kind: z.enum(paragraphKinds),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  level: z.int().min(0).max(2),
  text: z.string(),
});

const statementText = z.strictObject({
  title: z.string(),
  paragraphs: z.array(paragraph),
  hash: z.string().describe("SHA-256 of the canonical text, in hex: see docs/statement-json.md."),
});

const position = z.strictObject({
  organisation,
  kind: z.enum(positionKinds),
  givenOn: day,
  paragraphs: z.array(z.uuid()).describe("The paragraphs it is about; empty where it is about all."),
  text: z.string().nullable(),
});

export const statement = statementSummary.extend({
  alsoAuthentic: z.array(language),
  texts: perLanguage(statementText),
  adoption: z
    .strictObject({
      method: z.enum(adoptionMethods).nullable(),
      at: z.union([instant, day]),
      zone: z.string().nullable(),
      chair: z.string().nullable(),
      hash: z.string().nullable(),
    })
    .nullable(),
  withdrawn: z
    .strictObject({ at: instant, reason: z.string() })
    .nullable()
    .describe("Of a statement that was withdrawn and stays readable."),
  endorsements: z.strictObject({
    asOf: day,
    counts: z.strictObject({ country: counted, company: counted, other: counted, total: counted }),
    list: z.array(position),
  }),
});

export const statementList = z.strictObject({ ...page, data: z.array(statementSummary) });

export type Statement = z.input<typeof statement>;
export type StatementSummary = z.input<typeof statementSummary>;
