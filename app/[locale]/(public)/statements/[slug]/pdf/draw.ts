import { drawnSheet } from "@/app/_request/drawn-sheet";
import { groupProfile } from "@/domain/group/queries";
import { endorsementsOn } from "@/domain/positions/queries";
import type { ReadableStatement } from "@/domain/statements/readable";
import { dayIn } from "@/lib/time";
import { printedStatement } from "./printed";

/** Draws a statement as it is at a moment: what `print` keeps of an adopted one. */
export async function drawStatement(statement: ReadableStatement, at: Date): Promise<Uint8Array> {
  const day = dayIn(at, statement.zone ?? "UTC");
  const [group, endorsements] = await Promise.all([
    groupProfile(),
    statement.adoptedAt ? endorsementsOn(statement.id, day) : [],
  ]);
  return drawnSheet(printedStatement(statement, { group: group.name, endorsements, day, at }));
}
