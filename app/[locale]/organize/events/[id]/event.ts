import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { eventForOrganizer } from "@/domain/events/organizer-queries";
import { Refusal } from "@/lib/refusal";

/** The event of these pages and who asks for it, read once per request; 404 where there is none. */
export const eventHere = cache(async (id: string) => {
  const actor = await organizer();
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    return { actor, event: await eventForOrganizer(actor, id) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});
