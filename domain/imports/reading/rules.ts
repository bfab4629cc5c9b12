import type { z } from "zod";
import type { Locale, ParticipationClass, ParticipationLevel } from "@/db/enums";
import { plain } from "@/domain/imports/headers/rules";
import type { ImportableState, ImportField, Mapping, Remark, RemarkCode } from "@/domain/imports/rules";
import { emailAddress, line, optionalLines } from "@/domain/input";

/** What a row says of a person. What it leaves empty it does not say. */
export type Said = {
  externalKey?: string;
  name?: string;
  familyName?: string;
  courtesyTitle?: string;
  email?: string;
  functionalTitle?: string;
  organisation?: string;
  class?: ParticipationClass;
  level?: ParticipationLevel;
  state?: ImportableState;
  locale?: Locale;
  accessNeeds?: string;
  dietaryNeeds?: string;
  tags?: string[];
  listed?: boolean;
};

/** The words that stand for the values of the closed vocabularies, by `plain`. */
export type Vocabulary = {
  class: ReadonlyMap<string, ParticipationClass>;
  level: ReadonlyMap<string, ParticipationLevel>;
  /** `gone` is a state that exists, but in which nobody is brought in. */
  state: ReadonlyMap<string, ImportableState | "gone">;
  locale: ReadonlyMap<string, Locale>;
};

const yes = new Set("yes y true 1 x ok ja j sant".split(" "));
const no = new Set("no n false 0 nej falskt".split(" "));

/** The limits are those of the forms. */
const texts = {
  externalKey: line(100),
  name: line(200),
  givenName: line(100),
  familyName: line(100),
  courtesyTitle: line(60),
  email: emailAddress,
  functionalTitle: line(200),
  organisation: line(200),
  accessNeeds: optionalLines(1_000),
  dietaryNeeds: optionalLines(1_000),
} satisfies Partial<Record<ImportField, z.ZodType<string, unknown>>>;
type TextField = keyof typeof texts;

const tag = line(40);
const mostTags = 20;

/** What the cells of a row say by a mapping, and what is wrong with them. Empty cells say nothing. */
export function readRow(
  cells: readonly string[],
  mapping: Mapping,
  vocabulary: Vocabulary,
): { said: Said; remarks: Remark[] } {
  const cell = new Map<string, string>();
  for (const [column, field] of mapping.entries()) {
    const value = cells[column]?.trim() ?? "";
    if (field && value !== "") cell.set(field, value);
  }
  const remarks: Remark[] = [];
  const said: Said = {};
  const text = (field: TextField) => {
    const value = cell.get(field);
    return value === undefined ? undefined : checked(texts[field], value, field, remarks);
  };
  const chosen = <Value extends string>(field: keyof Vocabulary, words: ReadonlyMap<string, Value>) => {
    const value = cell.get(field);
    if (value === undefined) return undefined;
    const found = words.get(plain(value));
    if (!found) remarks.push(`${field}:unknown`);
    return found;
  };
  const put = <Field extends keyof Said>(field: Field, value: Said[Field] | undefined) => {
    if (value !== undefined) said[field] = value;
  };
  for (const field of Object.keys(texts) as TextField[]) if (field !== "givenName") put(field, text(field));
  const given = text("givenName");
  if (said.name === undefined && given) put("name", [given, said.familyName].filter(Boolean).join(" "));
  put("class", chosen("class", vocabulary.class));
  put("level", chosen("level", vocabulary.level));
  put("locale", chosen("locale", vocabulary.locale));
  const state = chosen("state", vocabulary.state);
  if (state === "gone") remarks.push("state:notImportable");
  else put("state", state);
  put("tags", tagsOf(cell.get("tags"), remarks));
  put("listed", consentOf(cell.get("listed"), remarks));
  return { said, remarks };
}

function checked(schema: z.ZodType<string, unknown>, value: string, field: ImportField, remarks: Remark[]) {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // Our messages are `validation.<code>`.
  const code = (parsed.error.issues[0]?.message.split(".")[1] ?? "refused") as RemarkCode;
  remarks.push(`${field}:${code}`);
  return undefined;
}

function tagsOf(value: string | undefined, remarks: Remark[]): string[] | undefined {
  if (value === undefined) return undefined;
  const names = value
    .split(/[,;|\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const tags = names.flatMap((name) => checked(tag, name, "tags", remarks) ?? []);
  if (tags.length > mostTags) remarks.push("tags:tooMany");
  return tags.length > 0 ? [...new Set(tags)] : undefined;
}

/** Consent is given in so many words, or not at all. */
function consentOf(value: string | undefined, remarks: Remark[]): boolean | undefined {
  if (value === undefined) return undefined;
  const word = plain(value);
  if (yes.has(word)) return true;
  if (no.has(word)) return false;
  remarks.push("listed:unclear");
  return undefined;
}
