import { z } from "zod";
import { locales, organisationKinds } from "@/db/enums";

/**
 * The answers of the public read API, one schema each: what is served is checked against them by tests, and the OpenAPI
 * document is made of them. Fields may be added; one is renamed or removed only under another number of the API.
 */

/** One of something per language; a language without it is absent. */
export const perLanguage = <Value extends z.ZodType>(value: Value) =>
  z.strictObject(
    Object.fromEntries(locales.map((locale) => [locale, value.optional()])) as Record<
      (typeof locales)[number],
      z.ZodOptional<Value>
    >,
  );

export const id = z.uuid().describe("Stays the same for as long as the thing exists.");
export const instant = z.iso.datetime({ offset: true });
export const day = z.iso.date();
export const address = z.url();
export const language = z.enum(locales);
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable()
  .describe("ISO 3166-1 alpha-2.");
export const counted = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

export const localized = perLanguage(z.string()).describe(
  "A text by language; a language without one is absent.",
);
export const addresses = perLanguage(address).describe("The page for people, by language.");

export const organisation = z
  .strictObject({ id, kind: z.enum(organisationKinds), name: localized, country })
  .describe("An organisation, as it is named elsewhere.");

export const eventNamed = z.strictObject({ slug: z.string(), title: localized });

export const page = {
  self: address,
  page: z.int().min(1).max(100_000),
  perPage: z.int().min(1).max(100),
  total: counted.describe("How many there are on all pages."),
};

export const problem = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().optional(),
    parameters: z.array(z.string()).optional().describe("The parameters that cannot be read."),
  })
  .describe("What went wrong (RFC 9457).");
