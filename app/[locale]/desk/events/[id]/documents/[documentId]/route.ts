import { currentActor } from "@/app/_request/actor";
import { documentAnswer } from "@/app/_request/documents";
import { can } from "@/domain/access/can";

type Context = { params: Promise<{ id: string; documentId: string }> };

/** A document of an item, for the desk. */
export async function GET(_: Request, { params }: Context) {
  const { id, documentId } = await params;
  const actor = await currentActor();
  return documentAnswer(can(actor, "desk.enter") ? actor : undefined, id, documentId);
}
