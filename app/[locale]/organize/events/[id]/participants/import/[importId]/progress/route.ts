import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { importForOrganizer } from "@/domain/imports/queries";
import { importStage } from "@/domain/imports/rules";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ id: string; importId: string }> };

/** How far an import is, for its progress bar. */
export async function GET(_: Request, { params }: Context) {
  const { id, importId } = await params;
  const actor = await currentActor();
  const known = [id, importId].every((part) => z.uuid().safeParse(part).success);
  if (!known || !can(actor, "participation.import")) return new Response("Not found", { status: 404 });
  try {
    const list = await importForOrganizer(actor, id, importId);
    const stage = importStage(list);
    const done = stage === "checking" ? list.checked : list.done;
    return Response.json({ stage, done, total: list.total }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof Refusal) return new Response("Not found", { status: 404 });
    throw error;
  }
}
