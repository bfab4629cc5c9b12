import { type ImportField, importFields, type Mapping } from "@/domain/imports/rules";

/** What each field is called at the head of a column, in English and Swedish; compared by `plain`. */
const names: Record<ImportField, readonly string[]> = {
  externalKey: [
    ..."external key, key, id, external id, person id, reference, ref, registration id, record id".split(
      ", ",
    ),
    ..."extern nyckel, nyckel, externt id, referens, personid, löpnummer, löpnr".split(", "),
  ],
  name: [
    ..."name, full name, participant, participant name, delegate name, name as on badge".split(", "),
    ..."namn, fullständigt namn, hela namnet, deltagare, deltagarens namn".split(", "),
  ],
  givenName: [
    ..."first name, given name, given names, forename, first names".split(", "),
    ..."förnamn, tilltalsnamn".split(", "),
  ],
  familyName: [
    ..."family name, last name, surname, lastname, family name for sorting".split(", "),
    ..."efternamn, släktnamn, efternamn för sortering".split(", "),
  ],
  courtesyTitle: [
    ..."courtesy title, salutation, honorific, prefix, form of address, style".split(", "),
    ..."tilltalstitel, artighetstitel, hövlighetstitel, tilltal".split(", "),
  ],
  email: [
    ..."email, e mail, mail, email address, e mail address".split(", "),
    ..."epost, e post, mejl, e postadress, epostadress, mejladress, mailadress".split(", "),
  ],
  functionalTitle: [
    ..."functional title, title, job title, position, function, role, designation".split(", "),
    ..."funktionstitel, titel, befattning, funktion, roll, yrkestitel, tjänstetitel".split(", "),
  ],
  organisation: [
    ..."organisation, organization, company, country, affiliation, delegation, member, employer".split(", "),
    ..."represents, institution, country or organisation".split(", "),
    ..."företag, land, tillhörighet, medlem, arbetsgivare, företräder, land eller organisation".split(", "),
  ],
  class: [
    ..."class, category, participant type, type, capacity, badge".split(", "),
    ..."kategori, klass, deltagartyp, typ".split(", "),
  ],
  level: [..."level, rank, level of participation".split(", "), ..."nivå, rang, deltagandenivå".split(", ")],
  state: [
    ..."state, status, registration status, decision".split(", "),
    ..."tillstånd, läge, anmälningsstatus, beslut".split(", "),
  ],
  locale: [
    ..."language, locale, language of mails, preferred language".split(", "),
    ..."språk, språk i mejl, önskat språk".split(", "),
  ],
  accessNeeds: [
    ..."access needs, accessibility, accessibility needs, special needs, access".split(", "),
    ..."tillgänglighetsbehov, tillgänglighet, särskilda behov".split(", "),
  ],
  dietaryNeeds: [
    ..."dietary needs, diet, dietary requirements, food, allergies, special diet".split(", "),
    ..."kostbehov, kost, specialkost, mat, allergier, matpreferenser".split(", "),
  ],
  tags: [..."tags, tag, labels, groups".split(", "), ..."etiketter, etikett, taggar, märkning".split(", ")],
  listed: [
    ..."consent to be listed, listed, consent, public list, may be listed, publish name".split(", "),
    ..."samtycke till listning, samtycke, får listas, offentlig lista, listas, publicera namn".split(", "),
  ],
};

const fieldByName = new Map(
  importFields.flatMap((field) => names[field].map((name) => [plain(name), field] as const)),
);

/** A text by which words are compared: letters and digits in lower case, one space between. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/**
 * What the columns of a list mean: as it was meant the last time for lists of these headers, else by the names of the
 * headers. Each field is taken by the first column that means it. Where there is a whole name, a given name is left out.
 */
export function guessMapping(
  headers: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): (ImportField | "")[] {
  const taken = new Set<string>();
  const guessed = headers.map((header) => {
    const kept = Object.hasOwn(remembered, header) ? remembered[header] : undefined;
    const field =
      kept === undefined ? fieldByName.get(plain(header)) : importFields.find((one) => one === kept);
    if (!field || taken.has(field)) return "";
    taken.add(field);
    return field;
  });
  const whole = taken.has("name") && Object.keys(remembered).length === 0;
  return guessed.map((field) => (whole && field === "givenName" ? "" : field));
}

/** What is to be remembered of a mapping: the field by header. Of two columns of one name the one that means something. */
export function rememberedFields(headers: readonly string[], mapping: Mapping): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [column, header] of headers.entries())
    if (!fields[header]) fields[header] = mapping[column] ?? "";
  return fields;
}
