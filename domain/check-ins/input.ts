import { z } from "zod";
import { checkInKinds } from "@/db/enums";
import { id, optionalLine } from "@/domain/input";

/** Scans sent at once. */
export const mostScans = 500;

/** The hash under which the code of a badge is kept. */
const badge = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** One thing a door saw: of a person, or of a badge that the device did not know. */
const scan = z
  .object({
    /** Made by the device: a scan that arrives twice counts once. */
    nonce: z.uuid().transform((nonce) => nonce.toLowerCase()),
    kind: z.enum(checkInKinds),
    participationId: id.nullable(),
    badge,
    at: instant,
    /** Decided without the server. */
    offline: z.boolean(),
  })
  .refine((one) => one.participationId !== null || one.badge !== null);

/** What a device sends: what it saw, and what its clock says now. */
export const scansInput = z.object({
  device: optionalLine(60),
  sentAt: instant,
  scans: z.array(scan).max(mostScans),
});
export type ScansInput = z.output<typeof scansInput>;
export type Scan = ScansInput["scans"][number];
