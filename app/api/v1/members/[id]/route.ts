import { memberForApi } from "@/domain/api/members";
import { nothingAsked } from "@/domain/api/parameters";
import { preflight } from "@/lib/http/problem";
import { answerOne } from "../../answer";

type Context = { params: Promise<{ id: string }> };

/** An organisation that is or was publicly a member. */
export const GET = (request: Request, context: Context) =>
  answerOne(request, context, nothingAsked, (id, _, at) => memberForApi(id, at));
export const OPTIONS = preflight;
