import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/domain/access/can";
import { runOfShow } from "@/domain/run-of-show/queries";
import { eventHere } from "../../event";

/** What the page can be asked: whose rows, and which form is open where. */
export const showAsked = z.object({
  owner: z.string().max(100).optional().catch(undefined),
  edit: z.uuid().optional().catch(undefined),
  add: z
    .union([z.literal("day"), z.uuid()])
    .optional()
    .catch(undefined),
  copy: z.uuid().optional().catch(undefined),
});

/** The run of show of the event of these pages; 404 for whoever may not read it. */
export async function showHere(id: string) {
  const { actor, event } = await eventHere(id);
  if (!can(actor, "run-of-show.read")) notFound();
  return { actor, event, ...(await runOfShow(actor, id, event.zone)) };
}

export type Show = Awaited<ReturnType<typeof showHere>>;
