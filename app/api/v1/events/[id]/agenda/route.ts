import { agendaForApi } from "@/domain/api/events";
import { nothingAsked } from "@/domain/api/parameters";
import { preflight } from "@/lib/http/problem";
import { answerOne } from "../../../answer";

type Context = { params: Promise<{ id: string }> };

/** The agenda of a public event as it is released. */
export const GET = (request: Request, context: Context) =>
  answerOne(request, context, nothingAsked, (id, _, at) => agendaForApi(id, at));
export const OPTIONS = preflight;
