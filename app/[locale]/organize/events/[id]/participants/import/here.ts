import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/domain/access/can";
import { importForOrganizer } from "@/domain/imports/queries";
import { Refusal } from "@/lib/refusal";
import { eventHere } from "../../event";

/** The import of these pages, its event and who asks for it; 404 where there is none or one may not. */
export async function importHere(id: string, importId: string) {
  const { actor, event } = await eventHere(id);
  if (!can(actor, "participation.import") || !z.uuid().safeParse(importId).success) notFound();
  try {
    return { actor, event, list: await importForOrganizer(actor, id, importId) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
}
