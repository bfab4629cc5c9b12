import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { answerFile } from "@/domain/questions/queries";
import { fileAnswer } from "@/lib/http/file";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ participationId: string; questionId: string }> };

/** A file handed in as an answer, for whoever is signed in and among those who may read the answer. */
export async function GET(_: Request, { params }: Context) {
  const asked = z.object({ participationId: z.uuid(), questionId: z.uuid() }).safeParse(await params);
  const missing = () => new Response("Not found", { status: 404 });
  if (!asked.success) return missing();
  try {
    const { participationId, questionId } = asked.data;
    return fileAnswer(await answerFile(await currentActor(), participationId, questionId));
  } catch (error) {
    if (error instanceof Refusal) return missing();
    throw error;
  }
}
