import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { organizer } from "@/app/_request/actor";
import { id as anId } from "@/domain/input";
import { organisationForOrganizer } from "@/domain/members/organizer-queries";
import { Refusal } from "@/lib/refusal";

/** The organisation of a page and who asks for it, read once per request; 404 where there is none. */
export const organisationHere = cache(async (id: string) => {
  const actor = await organizer();
  if (!anId.safeParse(id).success) notFound();
  try {
    return { actor, organisation: await organisationForOrganizer(actor, id) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});
