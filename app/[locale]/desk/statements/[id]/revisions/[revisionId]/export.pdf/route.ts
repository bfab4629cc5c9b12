import { fileRoute } from "@/app/_request/statement-files";
import { viewAtDesk } from "@/domain/statements/views/queries";

/** A revision as a PDF, for a party it was sent round to. */
export const GET = fileRoute(viewAtDesk, "pdf");
