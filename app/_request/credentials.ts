import "server-only";
import { z } from "zod";
import { readCredentials } from "@/domain/credentials/read";
import { fileAnswer } from "@/lib/http/file";
import { Refusal } from "@/lib/refusal";
import { currentActor } from "./actor";

/** The file of a credentials letter at an event, for whoever may read it; 404 for everybody else. */
export async function credentialsAnswer(eventId: string, id: string): Promise<Response> {
  const none = () => new Response("Not found", { status: 404 });
  if (![eventId, id].every((one) => z.uuid().safeParse(one).success)) return none();
  try {
    return fileAnswer(await readCredentials(await currentActor(), { id, eventId }));
  } catch (error) {
    if (error instanceof Refusal) return none();
    throw error;
  }
}
