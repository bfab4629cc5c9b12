import { eventForApi } from "@/domain/api/events";
import { nothingAsked } from "@/domain/api/parameters";
import { preflight } from "@/lib/http/problem";
import { answerOne } from "../../answer";

type Context = { params: Promise<{ id: string }> };

/** A public event. */
export const GET = (request: Request, context: Context) =>
  answerOne(request, context, nothingAsked, (id, _, at) => eventForApi(id, at));
export const OPTIONS = preflight;
