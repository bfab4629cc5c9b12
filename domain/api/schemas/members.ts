import { z } from "zod";
import { datePrecisions, organisationKinds, sectors } from "@/db/enums";
import { address, addresses, counted, day, localized, organisation, page } from "./parts";

const spell = z.strictObject({
  joinedOn: day,
  joinedPrecision: z
    .enum(datePrecisions)
    .describe("How well the day is known; `by`: on that day or earlier."),
  leftOn: day.nullable(),
  leftPrecision: z.enum(datePrecisions).nullable(),
});

export const member = organisation.extend({
  slug: z.string(),
  self: address,
  url: addresses,
  formalName: localized,
  sectors: z.array(z.enum(sectors)),
  website: z.string().nullable(),
  spells: z.array(spell).describe("Every spell of membership, in order of time."),
});

const counts = z
  .strictObject(
    Object.fromEntries(organisationKinds.map((kind) => [kind, counted])) as Record<
      (typeof organisationKinds)[number],
      typeof counted
    >,
  )
  .describe("How many members of each kind there are on that day.");

export const memberList = z.strictObject({ ...page, asOf: day, counts, data: z.array(member) });

export type Member = z.input<typeof member>;
