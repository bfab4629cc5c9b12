import { documentAnswer } from "@/app/_request/documents";
import { actorByLink } from "@/domain/participations/own";

type Context = { params: Promise<{ token: string; documentId: string }> };

/** A document for the participant who holds the link. */
export async function GET(_: Request, { params }: Context) {
  const { token, documentId } = await params;
  const actor = await actorByLink(token);
  return documentAnswer(actor, actor?.eventId, documentId);
}
