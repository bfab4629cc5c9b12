import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import type { Locale } from "@/db/enums";
import { addressAfterwards, readableStatement } from "@/domain/statements/readable";
import { now } from "@/lib/clock";
import { answerWith } from "@/lib/http/status";

const moment = cache(now);

/**
 * The statement of this address at the moment of the request. An address it once had leads to the present one; one
 * whose text was taken back in error is gone (410), and of any other there is nothing.
 */
export const statementHere = cache(async (slug: string, locale: Locale, rest = "") => {
  const at = moment();
  const statement = await readableStatement(slug, locale, at);
  if (statement) return { statement, at };
  const after = await addressAfterwards(slug, at);
  if (after === undefined) notFound();
  if (after === "gone") {
    answerWith(410);
    return { statement: undefined, at };
  }
  permanentRedirect(`/${locale}/statements/${after.slug}${rest}` as never);
});
