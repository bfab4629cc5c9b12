import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { procedureEntitled, procedures, procedureTold } from "@/db/schema/procedures";

type Silence = {
  statementId: string;
  revisionId: string;
  hash: string;
  opensAt: Date;
  deadline: Date;
  zone: string;
  entitled: string[];
};

/** A silence that nobody broke, with what the entitled were told; answers who they were. */
export async function seedSilence(tx: Transaction, { entitled, ...silence }: Silence) {
  const named = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, entitled));
  const [row] = await tx
    .insert(procedures)
    .values({
      ...silence,
      kind: "silence",
      openedBy: "Ravi Deshmukh",
      state: "adopted",
      endedAt: silence.deadline,
    })
    .returning({ id: procedures.id });
  if (!row) throw new Error("no procedure");
  const of = { procedureId: row.id };
  await tx
    .insert(procedureEntitled)
    .values(named.map(({ id, name }) => ({ ...of, organisationId: id, name })));
  const told = { ...of, deadline: silence.deadline };
  await tx.insert(procedureTold).values([
    { ...told, notice: "opened", toldAt: silence.opensAt },
    {
      ...told,
      notice: "reminder",
      leadMinutes: 1_440,
      toldAt: new Date(silence.deadline.getTime() - 86_400_000),
    },
    { ...told, notice: "result", toldAt: silence.deadline },
  ]);
  return named;
}
