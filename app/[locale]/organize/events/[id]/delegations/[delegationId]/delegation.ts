import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/domain/access/can";
import { delegationForOrganizer } from "@/domain/delegations/organizer-queries";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { eventHere } from "../../event";

/** The delegation of these pages with its event, read once per request; 404 where the event has none such. */
export const delegationHere = cache(async (eventId: string, delegationId: string) => {
  const { actor, event } = await eventHere(eventId);
  if (!can(actor, "delegation.list") || !z.uuid().safeParse(delegationId).success) notFound();
  try {
    return { actor, event, delegation: await delegationForOrganizer(actor, event, delegationId, now()) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});
