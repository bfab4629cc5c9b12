import { z } from "zod";
import { actorByLink } from "@/domain/participations/own";
import { answerFile } from "@/domain/questions/queries";
import { fileAnswer } from "@/lib/http/file";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ token: string; questionId: string }> };

/** A file that the holder of the link handed in as an answer. */
export async function GET(_: Request, { params }: Context) {
  const { token, questionId } = await params;
  const actor = await actorByLink(token);
  const missing = () => new Response("Not found", { status: 404 });
  if (!actor || !z.uuid().safeParse(questionId).success) return missing();
  try {
    return fileAnswer(await answerFile(actor, actor.participationId, questionId));
  } catch (error) {
    if (error instanceof Refusal) return missing();
    throw error;
  }
}
