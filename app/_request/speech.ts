import "server-only";
import { z } from "zod";
import { readSpeech } from "@/domain/speakers/read-speech";
import { fileAnswer } from "@/lib/http/file";
import { Refusal } from "@/lib/refusal";
import { currentActor } from "./actor";

/** The text somebody handed in, for whoever may read it before it is delivered; 404 for everybody else. */
export async function speechAnswer(eventId: string, id: string): Promise<Response> {
  const none = () => new Response("Not found", { status: 404 });
  if (![eventId, id].every((one) => z.uuid().safeParse(one).success)) return none();
  try {
    return fileAnswer(await readSpeech(await currentActor(), { id, eventId }));
  } catch (error) {
    if (error instanceof Refusal) return none();
    throw error;
  }
}
