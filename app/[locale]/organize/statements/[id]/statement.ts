import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { statementForOrganizer } from "@/domain/statements/organizer-queries";
import { Refusal } from "@/lib/refusal";

/** The statement of these pages and who asks for it, read once per request; 404 where there is none. */
export const statementHere = cache(async (id: string) => {
  const actor = await organizer();
  if (!can(actor, "statement.list") || !z.uuid().safeParse(id).success) notFound();
  try {
    const statement = await statementForOrganizer(actor, id);
    const latest = (locale: string) => statement.heads.find((head) => head.locale === locale);
    return { actor, statement, latest, title: latest(statement.authenticLocale)?.title ?? statement.slug };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});
