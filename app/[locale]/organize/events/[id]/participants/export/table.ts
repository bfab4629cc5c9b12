import type { Locale } from "@/db/enums";
import type { exportParticipations } from "@/domain/participations/export";
import type { ExportedAnswers } from "@/domain/participations/export-answers";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { answerColumns } from "./answers";

type Row = Awaited<ReturnType<typeof exportParticipations>>[number];

const columnNames = [
  "externalKey",
  "name",
  "familyName",
  "courtesyTitle",
  "email",
  "functionalTitle",
  "organisation",
  "class",
  "level",
  "state",
  "stateReason",
  "seatPool",
  "accessNeeds",
  "dietaryNeeds",
  "tags",
  "listed",
  "locale",
  "source",
  "createdAt",
  "updatedAt",
] as const;
type Column = (typeof columnNames)[number];

const nothing: ExportedAnswers = { questions: [], answers: new Map() };
const needs: readonly Column[] = ["accessNeeds", "dietaryNeeds"];

/**
 * Participants as a table in the reader's language: the words of states and classes, the names of organisations; names
 * of people as they are. Whoever may not read needs has no columns for them. An import reads these columns as they are;
 * those of the answers, which come last, it leaves out.
 */
export function exportTable(
  rows: Row[],
  locale: Locale,
  withNeeds: boolean,
  given: ExportedAnswers = nothing,
) {
  const t = words(locale, "participations.columns");
  const enums = words(locale, "enums");
  const answers = answerColumns(given, locale);
  const shown = columnNames.filter((column) => withNeeds || !needs.includes(column));
  const cellsOf = (row: Row): Record<Column, string> => ({
    externalKey: row.externalKey ?? "",
    name: row.name,
    familyName: row.familyName,
    courtesyTitle: row.courtesyTitle,
    email: row.email ?? "",
    functionalTitle: row.functionalTitle,
    organisation: row.organisation ? pick(row.organisation, locale).text : row.organisationName,
    class: enums(`participationClass.${row.class}`),
    level: enums(`participationLevel.${row.level}`),
    state: enums(`participationState.${row.state}`),
    stateReason: row.stateReason,
    seatPool: row.seatPool ? enums(`poolKind.${row.seatPool}`) : "",
    accessNeeds: row.accessNeeds,
    dietaryNeeds: row.dietaryNeeds,
    tags: row.tags.join("; "),
    listed: t(row.listingConsentedAt ? "yes" : "no"),
    locale: enums(`locale.${row.locale}`),
    source: enums(`participationSource.${row.source}`),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  });
  return {
    columns: [...shown.map((column) => t(column)), ...answers.map(({ heading }) => heading)],
    cells: rows.map((row) => {
      const cells = cellsOf(row);
      return [...shown.map((column) => cells[column]), ...answers.map(({ cellOf }) => cellOf(row.id))];
    }),
  };
}
