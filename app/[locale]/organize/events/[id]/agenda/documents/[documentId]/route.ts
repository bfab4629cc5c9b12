import { currentActor } from "@/app/_request/actor";
import { documentAnswer } from "@/app/_request/documents";
import { can } from "@/domain/access/can";

type Context = { params: Promise<{ id: string; documentId: string }> };

/** A document of an item, for the workspace. */
export async function GET(_: Request, { params }: Context) {
  const { id, documentId } = await params;
  const actor = await currentActor();
  return documentAnswer(can(actor, "document.read") ? actor : undefined, id, documentId);
}
