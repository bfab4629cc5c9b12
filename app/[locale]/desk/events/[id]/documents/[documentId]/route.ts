import { currentActor } from "@/app/_request/actor";
import { documentAnswer } from "@/app/_request/documents";

type Context = { params: Promise<{ id: string; documentId: string }> };

/** A document of an item, for the desk. */
export async function GET(_: Request, { params }: Context) {
  const { id, documentId } = await params;
  return documentAnswer(await currentActor(), id, documentId);
}
