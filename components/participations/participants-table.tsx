"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { bulkInput } from "@/domain/participations/input";
import type { ListColumn } from "@/domain/participations/list/rules";
import { possible } from "@/domain/participations/rules";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Table, Td, Th, Tr } from "../ui/table";
import { ParticipantCells, ParticipantHeads, type ParticipantRow } from "./participants-columns";
import { type RowReport, SeveralReport } from "./several-report";
import { TagDialog, type Tagged } from "./tag-dialog";

const steps = ["pre_approve", "approve", "waitlist", "hold", "decline", "withdraw"] as const;
type Props = {
  eventId: string;
  rows: ParticipantRow[];
  columns: readonly ListColumn[];
  sort: string;
  /** The parts of the list's address. */
  current: Record<string, string | undefined>;
  base: string;
  mayDecide: boolean;
  action: FormAction<RowReport[]>;
  /** The tags in use, and what tags; absent for whoever may not. */
  tagging?: { known: readonly string[]; action: FormAction<Tagged> };
};

/** The participants, with boxes to tick and one decision for those ticked: it says whom it will reach before it does. */
export function ParticipantsTable({ eventId, rows, base, mayDecide, action, tagging, ...list }: Props) {
  const t = useTranslations("participations");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const form = useActionForm<RowReport[]>({
    action,
    schema: bulkInput as never,
    defaults: { eventId, step: "approve", reason: "", chosen: [] },
    onDone: () => setChosen(new Set()),
  });
  const step = (form.fields.watch("step") ?? "approve") as (typeof steps)[number];
  const ticked = rows.filter((row) => chosen.has(row.id));
  const reached = ticked.filter((row) => possible(step, row.state));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const [tags, setTags] = useState(false);
  return (
    <>
      <Form form={form} doneMessage={null}>
        <HiddenField name="eventId" />
        {form.state.data !== undefined && (
          <SeveralReport report={form.state.data as RowReport[]} names={rows} />
        )}
        <Table label={t("title")}>
          <thead>
            <tr>
              {mayDecide && (
                <Th>
                  <Checkbox
                    aria-label={t("several.all")}
                    checked={ticked.length > 0 && ticked.length === rows.length}
                    onChange={(event) =>
                      setChosen(new Set(event.target.checked ? rows.map((row) => row.id) : []))
                    }
                  />
                </Th>
              )}
              <ParticipantHeads {...list} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id}>
                {mayDecide && (
                  <Td>
                    <Checkbox
                      name="chosen"
                      value={`${row.id}:${row.revision}`}
                      aria-label={row.name}
                      checked={chosen.has(row.id)}
                      onChange={(event) => toggle(row.id, event.target.checked)}
                    />
                  </Td>
                )}
                <Td>
                  <Link className="link-quiet font-medium" href={`${base}/${row.id}` as never}>
                    {[row.courtesyTitle, row.name].filter(Boolean).join(" ")}
                  </Link>
                  <span className="block whitespace-nowrap text-muted text-xs">{row.email}</span>
                </Td>
                <ParticipantCells row={row} columns={list.columns} />
              </Tr>
            ))}
          </tbody>
        </Table>
        {mayDecide && ticked.length > 0 && (
          <div className="sticky bottom-0 grid gap-4 border-edge border-t bg-surface p-4 sm:grid-cols-[12rem_minmax(0,1fr)_auto] sm:items-end">
            <SelectField
              name="step"
              label={t("several.step")}
              choices={steps.map((value) => ({ value, label: t(`steps.${value}.button`) }))}
            />
            <TextField
              name="reason"
              label={t("several.reason")}
              optional={step !== "decline" && step !== "hold"}
            />
            <SubmitButton>{t(`steps.${step}.button`)}</SubmitButton>
            {tagging && (
              <Button size="small" className="justify-self-start" onClick={() => setTags(true)}>
                {t("tags.open")}
              </Button>
            )}
            <p className="text-sm sm:col-span-2" role="status">
              {t(`several.consequence.${step}`, { reached: reached.length })}{" "}
              {reached.length < ticked.length &&
                t("several.passed", { count: ticked.length - reached.length })}
            </p>
          </div>
        )}
      </Form>
      {tagging && (
        <TagDialog
          {...tagging}
          eventId={eventId}
          chosen={ticked.map((row) => row.id)}
          open={tags}
          onOpenChange={setTags}
        />
      )}
    </>
  );
}
