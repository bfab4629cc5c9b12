import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { photoOf } from "@/domain/check-ins/queries";
import { fileAnswer } from "@/lib/http/file";

type Context = { params: Promise<{ id: string; participationId: string }> };

/** The picture of somebody at an event, for its door. */
export async function GET(_: Request, { params }: Context) {
  const { id, participationId } = await params;
  const actor = await currentActor();
  const asked = z.object({ id: z.uuid(), participationId: z.uuid() }).safeParse({ id, participationId });
  const photo =
    asked.success && can(actor, "check-in.list") ? await photoOf(actor, id, participationId) : undefined;
  return photo ? fileAnswer(photo) : new Response("Not found", { status: 404 });
}
