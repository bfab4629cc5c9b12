import { openApi } from "@/domain/api/openapi";
import { nothingAsked } from "@/domain/api/parameters";
import { preflight } from "@/lib/http/problem";
import { answer } from "../answer";

export const dynamic = "force-dynamic";

/** The description of this API for programs (OpenAPI 3.1). */
export const GET = (request: Request) => answer(request, nothingAsked, async () => openApi());
export const OPTIONS = preflight;
