import { z } from "zod";
import { locales, releaseAudiences } from "@/db/enums";
import {
  id,
  line,
  lines,
  localDateTime,
  optionalId,
  optionalLocalizedLine,
  optionalLocalizedLines,
  revision,
  several,
  zone,
} from "@/domain/input";
import { undoReasons } from "./rules";

const choice = { error: "validation.choice" };

/** A new release. */
export const releaseInput = z.object({ title: line(200), eventId: optionalId, agendaItemId: optionalId });
export type ReleaseInput = z.output<typeof releaseInput>;

/** What a release is called and at which item of an agenda its button stands, changed on a revision of it. */
export const editReleaseInput = releaseInput.extend({ id, revision });
export type EditReleaseInput = z.output<typeof editReleaseInput>;

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const text = new RegExp(`^(announcement|statement):(${uuid}):(${locales.join("|")}):(${uuid})$`);
const row = new RegExp(`^(membership|event):(${uuid})$`);
const agenda = new RegExp(`^agenda:(${uuid}):([\\w-]{43})$`);

/** A thing as a form names it: of a text its language and revision, of an agenda the mark of the draft. */
export const thing = z
  .string(choice)
  .refine((value) => text.test(value) || row.test(value) || agenda.test(value), choice)
  .transform((value) => {
    const [kind = "", thingId = "", third = "", revisionId = ""] = value.split(":");
    if (kind === "agenda") return { kind, id: thingId, seen: third } as const;
    if (kind === "announcement" || kind === "statement")
      return { kind, id: thingId, locale: locales.find((one) => one === third) ?? "en", revisionId } as const;
    return { kind: kind === "event" ? ("event" as const) : ("membership" as const), id: thingId };
  });
export type Thing = z.output<typeof thing>;

export const addItemsInput = z.object({
  id,
  revision,
  things: several(thing, 100).refine((all) => all.length > 0, { error: "validation.choice" }),
});
export type AddItemsInput = z.output<typeof addItemsInput>;

const letter = { subject: optionalLocalizedLine(200), body: optionalLocalizedLines(5_000) };

export const addMailInput = z.object({ id, revision, audience: z.enum(releaseAudiences, choice), ...letter });
export type AddMailInput = z.output<typeof addMailInput>;

/** Of a mail its words; of a text what has changed since the edition that is public, for the public. */
export const editItemInput = z.object({ id, revision, itemId: id, ...letter });
export type EditItemInput = z.output<typeof editItemInput>;

/** One thing of a release that was looked at. */
export const itemInput = z.object({ id, revision, itemId: id });
export type ItemInput = z.output<typeof itemInput>;

/** Taking the text or draft as it stands now; `seen` is what was looked at. */
export const renewItemInput = itemInput.extend({ seen: z.string(choice).max(64) });
export type RenewItemInput = z.output<typeof renewItemInput>;

export const scheduleInput = z.object({ id, revision, scheduledFor: localDateTime, zone });
export type ScheduleInput = z.output<typeof scheduleInput>;

/** A release that was looked at. */
export const releaseStepInput = z.object({ id, revision });
export type ReleaseStepInput = z.output<typeof releaseStepInput>;

export const cancelReleaseInput = releaseStepInput.extend({ reason: lines(1_000) });
export type CancelReleaseInput = z.output<typeof cancelReleaseInput>;

export const undoInput = cancelReleaseInput.extend({ kind: z.enum(undoReasons, choice) });
export type UndoInput = z.output<typeof undoInput>;

export const rehearseInput = z.object({ id });
