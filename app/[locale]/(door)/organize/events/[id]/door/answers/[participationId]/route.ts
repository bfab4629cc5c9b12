import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { answersOf } from "@/domain/questions/queries";

type Context = { params: Promise<{ id: string; participationId: string }> };

/** What somebody at an event answered that the door may read, whoever stands there. */
export async function GET(_: Request, { params }: Context) {
  const asked = z.object({ id: z.uuid(), participationId: z.uuid() }).safeParse(await params);
  const actor = await currentActor();
  if (!asked.success || !can(actor, "check-in.list")) return new Response("Not found", { status: 404 });
  const answers = await answersOf(actor, asked.data.participationId);
  const forTheDoor = answers.filter(
    ({ eventId, audience, value }) => eventId === asked.data.id && audience === "door" && value !== null,
  );
  return Response.json(forTheDoor, { headers: { "cache-control": "no-store" } });
}
