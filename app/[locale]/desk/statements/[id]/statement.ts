import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { focalPoint } from "@/app/_request/actor";
import { referencesOf } from "@/app/[locale]/organize/statements/[id]/negotiation/negotiation";
import { negotiationAtDesk } from "@/domain/negotiations/desk-queries";
import { Refusal } from "@/lib/refusal";

/** A statement one's organisation negotiates, read once per request; 404 where it is no party, or nothing was sent round. */
export const statementAtDesk = cache(async (id: string, revisionId?: string) => {
  const actor = await focalPoint();
  const known = [id, revisionId ?? id].every((one) => z.uuid().safeParse(one).success);
  if (!known) notFound();
  try {
    const negotiation = await negotiationAtDesk(actor, id, revisionId);
    return {
      actor,
      ...negotiation,
      references: referencesOf(negotiation.text.paragraphs),
      audiences: negotiation.party.drafting
        ? (["members", "drafting_group", "secretariat"] as const)
        : (["members", "secretariat"] as const),
    };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});
