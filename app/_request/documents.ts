import "server-only";
import { z } from "zod";
import type { Actor } from "@/domain/access/actor";
import { readDocument } from "@/domain/item-documents/read";
import { fileAnswer } from "@/lib/http/file";
import { Refusal } from "@/lib/refusal";

/** The file of a document of an event, for whoever may read it; 404 for everybody else, and where there is none. */
export async function documentAnswer(
  actor: Actor | undefined,
  eventId: string | undefined,
  id: string,
): Promise<Response> {
  const none = () => new Response("Not found", { status: 404 });
  if (!actor || ![eventId, id].every((one) => z.uuid().safeParse(one).success)) return none();
  try {
    return fileAnswer(await readDocument(actor, { id, eventId: eventId ?? "" }));
  } catch (error) {
    if (error instanceof Refusal) return none();
    throw error;
  }
}
