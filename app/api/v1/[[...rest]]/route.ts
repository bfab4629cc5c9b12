import { preflight } from "@/lib/http/problem";
import { nothing } from "../answer";

/** Every other address of the API. */
export const GET = nothing;
export const OPTIONS = preflight;
