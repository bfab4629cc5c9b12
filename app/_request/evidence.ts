import "server-only";
import { z } from "zod";
import { readEvidence } from "@/domain/positions/read-evidence";
import { fileAnswer } from "@/lib/http/file";
import { Refusal } from "@/lib/refusal";
import { currentActor } from "./actor";

/** The file that proves a position, for whoever may read it; 404 for everybody else. */
export async function evidenceAnswer(id: string, positionId: string): Promise<Response> {
  const none = () => new Response("Not found", { status: 404 });
  if (![id, positionId].every((one) => z.uuid().safeParse(one).success)) return none();
  try {
    return fileAnswer(await readEvidence(await currentActor(), { id, positionId }));
  } catch (error) {
    if (error instanceof Refusal) return none();
    throw error;
  }
}
