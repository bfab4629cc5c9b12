import { z } from "zod";
import { type Localized, locales } from "@/db/enums";

/**
 * The pieces every form's schema is made of. What cannot be stored or shown safely is refused here:
 * control characters, lone surrogates, bidirectional overrides. Texts are trimmed and in NFC.
 * Messages are keys under `validation`.
 */

const control = /(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/u;
const bidiOverride = /[\u202a-\u202e\u2066-\u2069]/;

/** Whether a text can be stored, and shown safely. */
export const writable = (text: string) =>
  text.isWellFormed() && !control.test(text) && !bidiOverride.test(text);

const text = (max: number) =>
  z
    .string({ error: "validation.required" })
    // Before anything that walks the text: an over-long one is refused by its length alone.
    .max(max * 2, { error: "validation.tooLong", abort: true })
    .refine(writable, { error: "validation.characters", abort: true })
    .transform((value) => value.replace(/\r\n?/g, "\n").trim().normalize("NFC"))
    .pipe(z.string().max(max, { error: "validation.tooLong" }));

const oneLine = (value: string) => !/[\n\t]/.test(value);

/** One line of text, required. */
export const line = (max: number) =>
  text(max).pipe(
    z.string().min(1, { error: "validation.required" }).refine(oneLine, { error: "validation.oneLine" }),
  );

/** What mail programs make a link of, without being asked. */
const address = /:\/\/|\bwww\.|[^\s@]\.[a-z]{2,}\//i;

/**
 * The name of a person, as it is given. It greets them in mails, and anybody can have one sent to anybody: a web address
 * in it would go out under the group's name.
 */
export const personName = line(200).refine((name) => !address.test(name), {
  error: "validation.addressInName",
});

/** One line of text that may be empty or absent; absent is empty. */
export const optionalLine = (max: number) =>
  text(max)
    .pipe(z.string().refine(oneLine, { error: "validation.oneLine" }))
    .default("");

/** Several lines of text, required. */
export const lines = (max: number) => text(max).pipe(z.string().min(1, { error: "validation.required" }));

/** Several lines of text that may be empty or absent. */
export const optionalLines = (max: number) => text(max).default("");

/** A text per language; empty languages fall away. At least one is required. */
export const localizedLine = (max: number) =>
  localizedOf(optionalLine(max)).refine((value) => Object.keys(value).length > 0, {
    error: "validation.oneLanguage",
  });

/** A text per language; may be empty. */
export const optionalLocalizedLine = (max: number) => localizedOf(optionalLine(max)).default({});
export const optionalLocalizedLines = (max: number) => localizedOf(optionalLines(max)).default({});

function localizedOf(part: z.ZodType<string, string | undefined>) {
  const shape = Object.fromEntries(locales.map((locale) => [locale, part])) as Record<
    (typeof locales)[number],
    typeof part
  >;
  return z
    .object(shape)
    .transform(
      (value): Localized => Object.fromEntries(Object.entries(value).filter(([, words]) => words !== "")),
    );
}

/** An e-mail address: one recipient, ASCII, lower-cased. Homoglyphs, comments, lists and quotes are refused. */
export const emailAddress = z
  .string({ error: "validation.required" })
  .max(320, { error: "validation.tooLong", abort: true })
  .transform((value) => value.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, { error: "validation.required", abort: true })
      .max(254, { error: "validation.tooLong" })
      .regex(
        /^[a-z0-9.!#$%&*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
        {
          error: "validation.email",
        },
      ),
  );

/** The id of a row. */
export const id = z.uuid({ error: "validation.choice" });

/** An id, or nothing where the field was left empty. */
export const optionalId = z
  .union([z.literal(""), id])
  .nullish()
  .transform((value) => value || null);

/** The revision a change was made on. */
export const revision = z.coerce.number({ error: "validation.number" }).int().min(1).max(2_147_483_647);

/** A part of an address: lower-case ASCII words joined by hyphens. */
export const slug = z
  .string({ error: "validation.required" })
  .trim()
  .min(1, { error: "validation.required" })
  .max(80, { error: "validation.tooLong" })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "validation.slug" });

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = z.iso.date({ error: "validation.day" });

/** A day, or null where left empty. */
export const optionalDay = z
  .union([z.literal(""), day])
  .nullish()
  .transform((value) => value || null);

/** A local date and time, `YYYY-MM-DDTHH:MM`, without a zone. */
export const localDateTime = z.iso.datetime({
  local: true,
  precision: -1,
  error: "validation.dateTime",
});

/** A local date and time, or null where left empty. */
export const optionalLocalDateTime = z
  .union([z.literal(""), localDateTime])
  .nullish()
  .transform((value) => value || null);

/** An IANA time zone by name; offsets like `+02:00` are not zones, for they know no summer. */
export const zone = z.string().refine(isZone, { error: "validation.zone" });

function isZone(name: string) {
  if (name !== "UTC" && !/^[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** ISO 3166-1 alpha-2, or null where left empty. */
export const optionalCountry = z
  .union([z.literal(""), z.string().regex(/^[A-Z]{2}$/, { error: "validation.choice" })])
  .nullish()
  .transform((value) => value || null);

/** A checkbox as a form sends it. */
export const ticked = z
  .union([z.boolean(), z.enum(["on", "true", "false", ""])])
  .optional()
  .transform((value) => value === true || value === "on" || value === "true");

/** A whole number from a form's field, or null where left empty. */
export const optionalNumber = (min: number, max: number) =>
  z
    .union([
      z.literal(""),
      z.coerce
        .number({ error: "validation.number" })
        .int({ error: "validation.number" })
        .min(min, { error: "validation.number" })
        .max(max, { error: "validation.number" }),
    ])
    .nullish()
    .transform((value) => (value === "" || value == null ? null : value));

/** Boxes of one name, as a form sends none, one or several; each once. */
export const several = <One extends z.ZodType>(one: One, most: number) =>
  z
    .preprocess((sent) => [sent ?? []].flat().filter((value) => value !== ""), z.array(one).max(most))
    .transform((all) => [...new Set(all)]);
