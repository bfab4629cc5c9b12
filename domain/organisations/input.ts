import { z } from "zod";
import { organisationKinds, sectors } from "@/db/enums";
import {
  day,
  id,
  lines,
  localizedLine,
  optionalCountry,
  optionalId,
  optionalLine,
  optionalLocalizedLine,
  revision,
  slug,
} from "@/domain/input";

const choice = { error: "validation.choice" };

const website = optionalLine(300).refine((address) => address === "" || isWebAddress(address), {
  error: "validation.webAddress",
});

function isWebAddress(address: string) {
  return /^https?:\/\/\S+$/i.test(address) && URL.canParse(address);
}

/** One box ticked arrives as a text, several as a list, none not at all. */
const several = z
  .union([z.literal(""), z.enum(sectors), z.array(z.enum(sectors, choice))], choice)
  .nullish()
  .transform((value) => [...new Set(value ? [value].flat() : [])]);

/** What an organisation is: its kind, its names, where it sits, what it does. */
export const organisationFacts = z.object({
  kind: z.enum(organisationKinds, choice),
  name: localizedLine(200),
  formalName: optionalLocalizedLine(300),
  country: optionalCountry,
  sectors: several,
  website,
});

type Facts = Pick<z.output<typeof organisationFacts>, "kind" | "country" | "sectors">;

/** A country has its ISO code, a company its sectors. */
export function checkKind({ kind, country, sectors }: Facts, check: z.RefinementCtx) {
  const issue = (field: string, message: string) =>
    check.addIssue({ code: "custom", path: [field], message, input: field });
  if (kind === "country" && !country) issue("country", "validation.countryCode");
  if (kind === "company" && sectors.length === 0) issue("sectors", "validation.sectors");
}

/** A new organisation; its address is made of its name where none is given. */
export const organisationInput = organisationFacts
  .extend({ slug: z.union([z.literal(""), slug]).default("") })
  .superRefine(checkKind);
export type OrganisationInput = z.output<typeof organisationInput>;

/** A change of an organisation, and its logo. Its address is permanent. */
export const editOrganisationInput = organisationFacts
  .extend({ id, revision, logoId: optionalId })
  .superRefine(checkKind);
export type EditOrganisationInput = z.output<typeof editOrganisationInput>;

const names = z.object({ name: localizedLine(200), formalName: optionalLocalizedLine(300) });

/** What an organisation is called from a day on; what it was called until then is kept. */
export const renameInput = names.extend({ id, revision, fromOn: day });
export type RenameInput = z.output<typeof renameInput>;

/** A correction of what was kept of a former name: of the organisation `id`, whose revision it is made on. */
export const formerNameInput = names.extend({ id, revision, nameId: id, untilOn: day });
export type FormerNameInput = z.output<typeof formerNameInput>;

/** That a rename was entered by mistake: its former name is taken out. */
export const forgetNameInput = z.object({ id, revision, nameId: id, reason: lines(1_000) });
export type ForgetNameInput = z.output<typeof forgetNameInput>;
