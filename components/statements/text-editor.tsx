"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { numbered } from "@/domain/statements/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { AgreedLanguage, type SearchAgreed } from "./editor/agreed-language";
import type { Cited } from "./editor/citation";
import { MergeNotice } from "./editor/merge-notice";
import { type Around, ParagraphRow } from "./editor/paragraph-row";
import { changed, type Deed, done, type EditedParagraph, type Row, toRow } from "./editor/rows";
import { type Saved, useTextForm } from "./editor/use-text-form";

type Props = {
  statement: { id: string; locale: Around["locale"] };
  /** The revision the text in front of us is, or none. */
  base: { id: string; title: string; paragraphs: EditedParagraph[] } | undefined;
  around: Pick<Around, "organisations" | "citable" | "hasTranslations">;
  action: FormAction<Saved>;
  search: SearchAgreed;
};

const empty: EditedParagraph = { id: "", kind: "preambular", text: "" };

/** The authentic text, paragraph by paragraph; every save is a new revision on top of the one it was made on. */
export function TextEditor({ statement, base, around, action, search }: Props) {
  const t = useTranslations("statements.editor");
  const { form, rows, update, basedOn, stale, mergedWith } = useTextForm({
    defaults: { ...statement, translationOf: "", title: base?.title ?? "" },
    basedOn: base?.id ?? "",
    begun: base && base.paragraphs.length > 0 ? base.paragraphs : [empty],
    action,
  });
  const [taken, setTaken] = useState<readonly Cited[]>([]);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const goTo = useFocusOnRow(list, rows);
  const numbers = numbered(rows);
  const other = stale?.latest.savedByName ?? "";
  const { organisations, citable, hasTranslations } = around;
  const shared = useMemo<Around>(
    () => ({
      organisations,
      hasTranslations,
      locale: statement.locale,
      citable: [...citable, ...taken],
      before: new Map(base?.paragraphs.map(({ id, text }) => [id, text])),
      other,
    }),
    [organisations, hasTranslations, statement.locale, citable, taken, base, other],
  );
  const perform = useStable((key: string, deed: Deed) => {
    const next = done(rows, key, deed);
    setSaid(next ? "" : t("nothingToSplit"));
    if (!next) return;
    update(next.rows);
    if (next.goTo) goTo(next.goTo);
  });
  const cite = (source: Cited, key: string) => {
    const cites = { statementId: source.statementId, paragraphId: source.paragraphId };
    setTaken([...taken, source]);
    const row = rows.find((one) => one.key === key);
    if (row) return update(changed(rows, key, { cites, ...(row.text === "" ? { text: source.text } : {}) }));
    const added = toRow({ id: "", kind: "operative", text: source.text, cites });
    update([...rows, added]);
    goTo(added.key);
  };
  return (
    <div className="space-y-8">
      <Form form={form} guard className="space-y-5">
        <MergeNotice stale={stale} mergedWith={mergedWith} />
        <HiddenField name="id" />
        <HiddenField name="locale" />
        <input type="hidden" name="basedOn" value={basedOn} />
        <TextField name="title" label={t("title")} lang={statement.locale} />
        <p className="measure text-muted text-sm">{t("signs")}</p>
        <ol ref={list} className="space-y-4">
          {rows.map((row, index) => (
            <li key={row.key} className="border-rule border-t pt-3">
              <ParagraphRow
                index={index}
                count={rows.length}
                row={row}
                number={numbers[index]?.number ?? null}
                around={shared}
                onDeed={perform}
              />
            </li>
          ))}
        </ol>
        <p role="status" className="text-sm text-warning empty:hidden">
          {said}
        </p>
        <TextField name="note" label={t("note")} help={t("noteHelp")} optional />
        <SubmitButton>{t("save")}</SubmitButton>
      </Form>
      <AgreedLanguage
        locale={statement.locale}
        places={rows.map((row, index) => ({
          value: row.key,
          label: t("paragraph", { number: index + 1 }),
        }))}
        search={search}
        onTake={cite}
      />
    </div>
  );
}

/** Puts the focus on the words of a row once it stands where it belongs. */
function useFocusOnRow(list: { current: HTMLElement | null }, rows: readonly Row[]) {
  const wanted = useRef("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new rows that hold the one to go to.
  useEffect(() => {
    if (!wanted.current) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`)?.focus();
    wanted.current = "";
  }, [rows, list]);
  return (key: string) => {
    wanted.current = key;
  };
}

/** A function that stays the same and does what its latest self would. */
function useStable<Args extends unknown[]>(latest: (...args: Args) => void): (...args: Args) => void {
  const held = useRef(latest);
  useLayoutEffect(() => {
    held.current = latest;
  });
  return useCallback((...args: Args) => held.current(...args), []);
}
