import { z } from "zod";
import { datePrecisions } from "@/db/enums";
import {
  day,
  emailAddress,
  id,
  line,
  localizedLine,
  optionalDay,
  optionalId,
  optionalLine,
  revision,
  ticked,
} from "@/domain/input";
import { sortNameOf } from "./rules";

/** The sort name is guessed from the name where none is given. */
const sorted = <P extends { name: string; sortName: string }>(person: P): P => ({
  ...person,
  sortName: person.sortName || sortNameOf(person.name),
});

const person = z.object({
  name: line(200),
  sortName: optionalLine(200),
  courtesyTitle: optionalLine(60),
  email: z
    .union([z.literal(""), emailAddress])
    .nullish()
    .transform((value) => value || null),
  /** The person agreed to be named in public. */
  consented: ticked,
});

/** A new person; `namesake` says that they are another one than whoever is entered under the same name. */
export const personInput = person.extend({ namesake: ticked }).transform(sorted);
export type PersonInput = z.output<typeof personInput>;

export const editPersonInput = person.extend({ id, revision }).transform(sorted);
export type EditPersonInput = z.output<typeof editPersonInput>;

/** An office: its title per language, the organisation it belongs to, and whether one person holds it at a time. */
export const officeInput = z.object({
  title: localizedLine(200),
  organisationId: optionalId,
  oneHolder: ticked,
});
type Office = z.output<typeof officeInput>;
export type OfficeInput = Omit<Office, "oneHolder"> & Partial<Pick<Office, "oneHolder">>;

export const editOfficeInput = officeInput.extend({ id, revision });
export type EditOfficeInput = OfficeInput & Pick<z.output<typeof editOfficeInput>, "id" | "revision">;

const dates = z.object({
  fromOn: day,
  fromPrecision: z.enum(datePrecisions, { error: "validation.choice" }),
  toOn: optionalDay,
});

function checkOrder(
  { fromOn, toOn }: Pick<z.output<typeof dates>, "fromOn" | "toOn">,
  check: z.RefinementCtx,
) {
  if (toOn === null || toOn > fromOn) return;
  check.addIssue({ code: "custom", path: ["toOn"], message: "validation.endsBeforeStart", input: toOn });
}

/** A person takes up an office; dates to come are allowed. `succeeds` ends the appointment of whoever holds it until then. */
export const appointmentInput = dates
  .extend({ personId: id, officeId: id, succeeds: ticked })
  .superRefine(checkOrder);
type Appointed = z.output<typeof appointmentInput>;
export type AppointmentInput = Omit<Appointed, "succeeds"> & Partial<Pick<Appointed, "succeeds">>;

/** The dates of an appointment; person and office of it are permanent. */
export const editAppointmentInput = dates.extend({ id, revision }).superRefine(checkOrder);
export type EditAppointmentInput = z.output<typeof editAppointmentInput>;
