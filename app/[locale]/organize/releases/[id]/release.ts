import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { releaseForOrganizer } from "@/domain/releases/queries";
import { Refusal } from "@/lib/refusal";

/** The release of this page and who asks for it, read once per request; 404 where there is none. */
export const releaseHere = cache(async (id: string) => {
  const actor = await organizer();
  if (!can(actor, "release.list") || !z.uuid().safeParse(id).success) notFound();
  try {
    return { actor, release: await releaseForOrganizer(actor, id) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});
