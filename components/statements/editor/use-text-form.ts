"use client";

import { useEffect, useState } from "react";
import { textInput } from "@/domain/statements/input";
import type { Conflict } from "@/domain/statements/merge/rules";
import { type Echo, type FormAction, type FormState, nested } from "@/lib/form";
import { useActionForm } from "../../form/use-action-form";
import { type EditedParagraph, type Row, toRow } from "./rows";

/** What a save answers. */
export type Saved = {
  id: string;
  title: string;
  paragraphs: EditedParagraph[];
  mergedWith: { number: number; name: string } | null;
};

/** A save that came too late and could not be merged: all that could, and the conflicts. */
export type Stale = {
  latest: { id: string; number: number; savedByName: string };
  merged: { title: string; paragraphs: EditedParagraph[] };
  conflicts: Conflict<EditedParagraph>[];
  titleConflict: { base: string; theirs: string; mine: string } | null;
};

type Options = {
  defaults: { id: string; locale: string; translationOf: string; title: string };
  basedOn: string;
  begun: EditedParagraph[];
  action: FormAction<Saved>;
};

/**
 * The form of a text: its rows, and the revision they are made on. After a save that could not be merged the rows are
 * the merged text, with what was typed where there is a conflict, and the next save is made on the latest revision.
 */
export function useTextForm({ defaults, basedOn: first, begun, action }: Options) {
  const form = useActionForm<Saved>({
    action,
    schema: textInput as never,
    defaults: { ...defaults, basedOn: first, note: "", paragraphs: begun },
    onDone(saved) {
      // What was new has its permanent id now, and the next save is made on this one.
      setBasedOn(saved.id);
      setRows(saved.paragraphs.map(toRow));
      form.fields.reset({
        ...form.fields.getValues(),
        title: saved.title,
        note: "",
        paragraphs: saved.paragraphs,
      });
    },
  });
  const refused = staleOf(form.state);
  const [rows, setRows] = useState<Row[]>(() =>
    refused ? conflicting(refused, typed(form.echo)) : (typed(form.echo) ?? begun.map(toRow)),
  );
  const [basedOn, setBasedOn] = useState(refused?.latest.id ?? first);
  const [seen, setSeen] = useState(form.state);
  if (seen !== form.state) {
    setSeen(form.state);
    if (refused) {
      setRows(conflicting(refused, rows));
      setBasedOn(refused.latest.id);
    }
  }
  const { fields } = form;
  useEffect(() => {
    if (refused) fields.setValue("title", refused.merged.title, { shouldDirty: true });
  }, [refused, fields]);
  const update = (next: Row[]) => {
    setRows(next);
    form.fields.setValue("paragraphs", next, { shouldDirty: true });
  };
  const saved = form.state.data as Saved | undefined;
  return { form, rows, update, basedOn, stale: refused, mergedWith: saved?.mergedWith ?? null };
}

function staleOf(state: FormState): Stale | undefined {
  const { code, attached } = state.serverError ?? {};
  return code === "stale" && attached && typeof attached === "object" && "merged" in attached
    ? (attached as Stale)
    : undefined;
}

/** The rows of a form that was sent before any script ran and came back. */
function typed(echo: Echo | undefined): Row[] | undefined {
  const sent =
    echo && (nested(echo) as { paragraphs?: (EditedParagraph & { absorbed?: string | string[] })[] });
  return sent?.paragraphs?.map((one) =>
    toRow({
      ...one,
      level: one.level ? (Number(one.level) as 1 | 2) : undefined,
      holders: one.holders?.map(({ bracket, option, by }) => ({
        bracket,
        option: Number(option),
        by: [by ?? []].flat(),
      })),
      absorbed: [one.absorbed ?? []].flat(),
    }),
  );
}

/** The merged text as rows: where there is a conflict, with what was typed, unless that was to remove it. */
function conflicting({ merged, conflicts }: Stale, before: readonly Row[] | undefined): Row[] {
  const open = new Map(conflicts.map((conflict) => [conflict.paragraphId, conflict]));
  const was = new Map(before?.flatMap((row) => (row.id ? [[row.id, row] as const] : [])));
  return merged.paragraphs.map((paragraph) => {
    const conflict = open.get(paragraph.id);
    const { absorbed, noEffect, stillRight } = was.get(paragraph.id) ?? {};
    return toRow({ ...(conflict?.mine ?? paragraph), conflict, absorbed, noEffect, stillRight });
  });
}
