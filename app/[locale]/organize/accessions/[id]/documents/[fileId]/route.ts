import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { readDocument } from "@/domain/accessions/documents";
import { fileAnswer } from "@/lib/http/file";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ id: string; fileId: string }> };

/** A document of an application, for those who review it; 404 for everybody else. */
export async function GET(_: Request, { params }: Context) {
  const none = () => new Response("Not found", { status: 404 });
  const asked = z.object({ id: z.uuid(), fileId: z.uuid() }).safeParse(await params);
  if (!asked.success) return none();
  try {
    return fileAnswer(await readDocument(await currentActor(), asked.data));
  } catch (error) {
    if (error instanceof Refusal) return none();
    throw error;
  }
}
