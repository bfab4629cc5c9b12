import { statementAsked } from "@/domain/api/parameters";
import { statementForApi } from "@/domain/api/statements";
import { preflight } from "@/lib/http/problem";
import { answerOne } from "../../answer";

type Context = { params: Promise<{ id: string }> };

/** A public statement, with who endorses it on a day. */
export const GET = (request: Request, context: Context) =>
  answerOne(request, context, statementAsked, statementForApi);
export const OPTIONS = preflight;
