import type { NextRequest } from "next/server";
import { z } from "zod";
import { answerPosted } from "@/app/_request/posted";
import { scansInput } from "@/domain/check-ins/input";
import { doorNow } from "@/domain/check-ins/queries";
import { recordScans } from "@/domain/check-ins/record";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ locale: string; id: string }> };

/** Takes in what a device saw, and answers what became of each scan and how the door stands now. */
export async function POST(request: NextRequest, { params }: Context) {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) return new Response("Not found", { status: 404 });
  return answerPosted(request, scansInput, async (actor, input) => {
    const outcomes = input.scans.length > 0 ? await recordScans(actor, id, input) : [];
    const now = await doorNow(actor, id).catch((error) => {
      // What was seen in time is taken also when the door has closed since.
      if (error instanceof Refusal && outcomes.length > 0) return null;
      throw error;
    });
    return Response.json({ outcomes, now }, { headers: { "cache-control": "no-store" } });
  });
}
