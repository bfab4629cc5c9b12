import type { NextRequest } from "next/server";
import { actorByLink } from "@/domain/participations/own";
import { heldAbout } from "@/domain/privacy/held";

type Context = { params: Promise<{ token: string }> };

/** Everything held about whoever holds the link, as a file that people and programs can read. */
export async function GET(_: NextRequest, { params }: Context) {
  const actor = await actorByLink((await params).token);
  if (!actor) return new Response("Not found", { status: 404 });
  return new Response(`${JSON.stringify(await heldAbout(actor), null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="my-data.json"',
      "cache-control": "no-store",
    },
  });
}
