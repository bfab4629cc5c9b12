import { fileRoute } from "@/app/_request/statement-files";
import { viewForOrganizer } from "@/domain/statements/views/queries";

/** A revision as a PDF, for those who write it. */
export const GET = fileRoute(viewForOrganizer, "pdf");
