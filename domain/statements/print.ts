import { createHash } from "node:crypto";
import { and, eq, isNotNull, lt, or } from "drizzle-orm";
import { db, type Queryable, type Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { files } from "@/db/schema/files";
import { statementPrints } from "@/db/schema/statement-publishing";
import { statementPublications } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { contentOf, stored } from "@/domain/files/content";
import { keepSeen } from "@/domain/files/keep";
import { fileName } from "@/domain/files/rules";
import { record } from "@/domain/history/record";
import { isPublicAt } from "@/domain/publication/where";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { lockStatement } from "./lock";
import { type ReadableStatement, readableStatement } from "./readable";

/** Draws a statement as it is at a moment, and answers the file. */
type Draw = (statement: ReadableStatement, at: Date) => Promise<Uint8Array>;

/**
 * The printed form of what is public at an address. That of an adopted text is made when it is first asked for and kept:
 * from then on everybody gets the very same bytes. What is not adopted is drawn anew each time. It is drawn before the
 * statement is locked, for that takes a second; where somebody else was faster, theirs is the one. Refuses `not_found`,
 * also where it stopped being public while it was drawn.
 */
export async function print(
  actor: Actor,
  input: { slug: string; locale: Locale },
  draw: Draw,
  at = now(),
): Promise<{ content: Uint8Array; sha256: string }> {
  ensure(actor, "statement.print");
  const statement = await readableStatement(input.slug, input.locale, at);
  if (!statement) throw new Refusal("not_found");
  const { id, revisionId, locale } = statement;
  const kept = await keptPrint(db(), revisionId);
  if (kept) return kept;
  const content = Buffer.from(await draw(statement, at));
  const sha256 = createHash("sha256").update(content).digest("hex");
  if (!statement.adoptedAt) return { content, sha256 };
  return db().transaction(async (tx) => {
    await lockStatement(tx, id);
    const theirs = await keptPrint(tx, revisionId);
    if (theirs) return theirs;
    if (!(await isStillRead(tx, revisionId, at))) throw new Refusal("not_found");
    const seen = { name: fileName(`${statement.slug}.pdf`), contentType: "application/pdf", content };
    // Of no event: a file of an event goes with it.
    const fileId = await keepSeen(tx, "statement", null, seen, at);
    const print = { statementId: id, locale, revisionId, fileId, sha256, printedAt: at };
    await tx.insert(statementPrints).values(print);
    await record(tx, actor, {
      action: "statement.print",
      subject: ["statement", id],
      eventId: statement.eventId,
      at,
      details: { locale, revision: statement.revisionNumber },
    });
    return { content, sha256 };
  });
}

async function keptPrint(query: Queryable, revisionId: string) {
  const [print] = await query
    .select({ ...stored, sha256: statementPrints.sha256 })
    .from(statementPrints)
    .innerJoin(files, eq(files.id, statementPrints.fileId))
    .where(eq(statementPrints.revisionId, revisionId));
  const content = await contentOf(print);
  return print && content ? { content, sha256: print.sha256 } : undefined;
}

/** Whether a text is public, or was and stays readable with the notice that it is withdrawn; asked behind the lock. */
async function isStillRead(tx: Transaction, revisionId: string, at: Date): Promise<boolean> {
  const withdrawn = and(
    eq(statementPublications.withdrawalKind, "withdrawn"),
    isNotNull(statementPublications.withdrawnAt),
    lt(statementPublications.publicFrom, statementPublications.withdrawnAt),
  );
  const [publication] = await tx
    .select({ id: statementPublications.id })
    .from(statementPublications)
    .where(
      and(
        eq(statementPublications.revisionId, revisionId),
        or(isPublicAt(statementPublications, at), withdrawn),
      ),
    )
    .limit(1);
  return publication !== undefined;
}
