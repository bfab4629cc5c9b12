import "server-only";
import type { z } from "zod";
import { env } from "@/lib/env";
import { actionBegan } from "@/lib/http/status";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";
import { currentActor, type User } from "./actor";
import { statusOf } from "./clients";

/**
 * What a page of ours posts as JSON, and the answer to it. A route has no defence of its own against other sites, so
 * nothing is done unless the browser says that the request comes from our own address; whoever is not signed in gets
 * 401, what is not by the schema 400, and a refusal its status with `{code, details}`.
 */
export async function answerPosted<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  deed: (actor: User, input: z.output<Schema>) => Promise<Response>,
): Promise<Response> {
  actionBegan();
  if (!fromHere(request)) return Response.json({ code: "not_allowed" }, { status: 403 });
  const actor = await currentActor();
  if (actor.kind !== "user") return Response.json({ code: "signed_out" }, { status: 401 });
  const sent = schema.safeParse(await request.json().catch(() => undefined));
  if (!sent.success) return Response.json({ code: "unexpected" }, { status: 400 });
  try {
    return await deed(actor, sent.data);
  } catch (error) {
    if (error instanceof Refusal)
      return Response.json({ code: error.code, details: error.details }, { status: statusOf(error.code) });
    log.error({ err: error }, "a posted request failed");
    return Response.json({ code: "unexpected" }, { status: 503 });
  }
}

/** Whether a request was sent by a page of this installation. */
function fromHere({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  return (
    headers.get("origin") === env().BASE_URL &&
    (site === null || site === "same-origin") &&
    /^application\/json\b/.test(headers.get("content-type") ?? "")
  );
}
