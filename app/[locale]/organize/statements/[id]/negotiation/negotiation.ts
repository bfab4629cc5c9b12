import "server-only";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import type { Para } from "@/domain/amendments/rules";
import { negotiationForOrganizer } from "@/domain/negotiations/organizer-queries";
import { labelOf } from "@/domain/negotiations/rules";
import { plainWords } from "@/domain/statements/inline/rules";
import { numbered } from "@/domain/statements/rules";
import { statementHere } from "../statement";

/** The negotiation of the statement of these pages, read once per request. */
export const negotiationHere = cache(async (id: string) => {
  const here = await statementHere(id);
  const negotiation = await negotiationForOrganizer(here.actor, here.statement);
  const paragraphs = negotiation.latest?.paragraphs ?? [];
  return { ...here, ...negotiation, references: referencesOf(paragraphs) };
});

/** The same, with one of its amendments; 404 where there is none. */
export async function amendmentHere(id: string, amendmentId: string) {
  const here = await negotiationHere(id);
  const known = z.uuid().safeParse(amendmentId).success;
  const amendment = known && here.amendments.find((one) => one.id === amendmentId);
  return amendment ? { ...here, amendment } : notFound();
}

/** How each paragraph of a text is spoken of. */
export function referencesOf(paragraphs: readonly Para[]) {
  return numbered(paragraphs).map(({ id, reference, text }) => ({
    id,
    reference,
    words: shortened(plainWords(text)),
  }));
}

const most = 48;
const shortened = (words: string) => (words.length > most ? `${words.slice(0, most).trimEnd()}…` : words);

/** Where a paragraph can be moved to, as the choices of a field. */
export async function placesAmong(references: ReturnType<typeof referencesOf>, without?: string | null) {
  const t = await getTranslations("negotiation");
  return [
    { value: "start", label: t("form.start") },
    ...references
      .filter(({ id }) => id !== without)
      .map(({ id, reference, words }) => ({
        value: id,
        label: t("form.behind", { reference: reference ?? t("proposal.unnumbered", { words }) }),
      })),
  ];
}

/** What a revision is called: "Zero draft", "REV.1", "Working text 7". */
export async function labels() {
  const t = await getTranslations("negotiation");
  return (head: { number: number; circulation: number | null }) => {
    const { key, number } = labelOf(head);
    return t(`label.${key}`, { number });
  };
}
