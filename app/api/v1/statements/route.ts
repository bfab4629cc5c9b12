import { statementsAsked } from "@/domain/api/parameters";
import { statementsForApi } from "@/domain/api/statements";
import { preflight } from "@/lib/http/problem";
import { answerList } from "../answer";

/** The public statements, latest first. */
export const GET = (request: Request) =>
  answerList(request, "/statements", statementsAsked, statementsForApi);
export const OPTIONS = preflight;
