import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/domain/access/can";
import { mailingForOrganizer } from "@/domain/mailings/queries";
import { Refusal } from "@/lib/refusal";
import { eventHere } from "../../event";

/** The bulk mail of these pages, its event and who asks for it; 404 where there is none. */
export const mailingHere = cache(async (eventId: string, id: string) => {
  const { actor, event } = await eventHere(eventId);
  if (!can(actor, "mailing.compose") || !z.uuid().safeParse(id).success) notFound();
  try {
    return { actor, event, mailing: await mailingForOrganizer(actor, eventId, id) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});
