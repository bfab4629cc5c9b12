import { and, asc, eq, isNull, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { statementComments } from "@/db/schema/negotiations";
import { organisations } from "@/db/schema/organisations";
import type { Reader } from "./rules";

/** What is said of a statement, oldest first, as far as the reader may read it: no other row leaves the database. */
export async function commentsFor(reader: Reader, statementId: string) {
  return db()
    .select({
      id: statementComments.id,
      paragraphId: statementComments.paragraphId,
      amendmentId: statementComments.amendmentId,
      organisationId: statementComments.organisationId,
      organisation: organisations.name,
      author: statementComments.author,
      audience: statementComments.audience,
      text: statementComments.text,
      saidAt: statementComments.saidAt,
    })
    .from(statementComments)
    .leftJoin(organisations, eq(organisations.id, statementComments.organisationId))
    .where(
      and(
        eq(statementComments.statementId, statementId),
        isNull(statementComments.withdrawnAt),
        readableBy(reader),
      ),
    )
    .orderBy(asc(statementComments.saidAt), statementComments.id);
}

/** `mayRead` of the rules, as a condition. */
function readableBy(reader: Reader): SQL | undefined {
  if (reader.kind === "secretariat") return undefined;
  return or(
    eq(statementComments.organisationId, reader.organisationId),
    eq(statementComments.audience, "members"),
    reader.drafting ? eq(statementComments.audience, "drafting_group") : undefined,
  );
}
