import { z } from "zod";
import { organisationKinds, sectors } from "@/db/enums";
import { sorts, views } from "@/domain/members/directory/rules";
import { regions } from "@/domain/regions/rules";
import { oneOf } from "@/lib/list";

/** What the address of the directory, and of its files, asks for; what is none of the choices counts as nothing. */
export const directoryAsked = z.object({
  asOf: z.string().trim().max(40).catch(""),
  kind: oneOf(organisationKinds),
  sector: oneOf(sectors),
  region: oneOf(regions),
  view: z.enum(views).catch("apart"),
  sort: z.enum(sorts).catch("name"),
});
