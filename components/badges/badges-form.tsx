"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { ParticipationClass } from "@/db/enums";
import { type BadgeFormat, badgeFormats, firstsAndReprints } from "@/domain/badges/rules";
import { useRefusalText } from "../form/refusal-notice";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { Table, Td, Th, Tr } from "../ui/table";
import { usePrinting } from "./use-printing";

type Row = {
  id: string;
  name: string;
  delegation: string;
  class: ParticipationClass;
  /** Of the latest badge; 0 where there is none. */
  number: number;
  /** When and by whom, in words. */
  printed: string;
  reason: string;
};

type Props = {
  url: string;
  /** The beginning of the name of the file. */
  file: string;
  rows: Row[];
  /** All that the filter names, not only those on this page. */
  all: { id: string; number: number; printable: boolean }[];
};

/** Who gets a badge, with boxes to tick, and printing those ticked or all: it says how many are reprints before it does. */
export function BadgesForm({ url, file, rows, all }: Props) {
  const t = useTranslations("badges");
  const classes = useTranslations("enums.participationClass");
  const refusalText = useRefusalText();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [format, setFormat] = useState<BadgeFormat>("sheet");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const reasonField = useRef<HTMLInputElement>(null);
  const { progress, report, start } = usePrinting(url, file, () => setTicked(new Set()));
  const wanted = ticked.size > 0 ? all.filter(({ id }) => ticked.has(id)) : all;
  const chosen = wanted.filter(({ printable }) => printable);
  const { firsts, reprints } = firstsAndReprints(chosen);
  const missing = reprints > 0 && reason.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (progress) return;
    setTried(missing);
    if (missing) reasonField.current?.focus();
    else void start({ ids: chosen.map(({ id }) => id), format, reason });
  };
  const toggle = (id: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <form className="space-y-4" onSubmit={submit} noValidate>
      <div className="grid gap-4 border-edge border-y bg-surface p-4 sm:grid-cols-[17rem_minmax(0,1fr)_auto] sm:items-end">
        <div className="space-y-1">
          <label htmlFor="badge-format" className="block font-medium text-sm">
            {t("format")}
          </label>
          <Select
            id="badge-format"
            value={format}
            onChange={(event) => setFormat(event.target.value as BadgeFormat)}
          >
            {badgeFormats.map((one) => (
              <option key={one} value={one}>
                {t(`formats.${one}`)}
              </option>
            ))}
          </Select>
        </div>
        <div className="space-y-1">
          <label htmlFor="badge-reason" className="block font-medium text-sm">
            {t("reason")}
          </label>
          <Input
            id="badge-reason"
            ref={reasonField}
            aria-invalid={tried && missing}
            value={reason}
            maxLength={300}
            aria-describedby="badge-consequence"
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <Button
          type="submit"
          look="primary"
          disabled={progress !== null || chosen.length === 0}
          aria-busy={progress !== null}
        >
          {t("print", { count: chosen.length })}
        </Button>
        <p id="badge-consequence" role="status" className="text-sm sm:col-span-3">
          {ticked.size > 0 ? t("ofTicked", { count: ticked.size }) : t("ofAll", { count: all.length })}{" "}
          {t("consequence", { firsts, reprints })}{" "}
          {missing && <strong className="font-medium">{t("reasonMissing")}</strong>}{" "}
          {chosen.length < wanted.length && t("unprintable", { count: wanted.length - chosen.length })}
        </p>
        {progress && (
          <div className="space-y-1 sm:col-span-3">
            <progress className="w-full" max={progress.total} value={progress.done} aria-label={t("title")} />
            <p role="status" className="text-sm">
              {t("progress", progress)}
            </p>
          </div>
        )}
        {report && (
          <div className="sm:col-span-3" role={report.refusal ? "alert" : "status"}>
            <Notice tone={report.refusal ? "warning" : "success"} title={t("done", { count: report.done })}>
              {report.refusal && <p>{refusalText(report.refusal.code, report.refusal.details)}</p>}
            </Notice>
          </div>
        )}
      </div>
      <Table label={t("title")}>
        <thead>
          <tr>
            <Th>
              <Checkbox
                aria-label={t("tickAll")}
                checked={rows.every(({ id }) => ticked.has(id))}
                onChange={(event) => setTicked(new Set(event.target.checked ? rows.map(({ id }) => id) : []))}
              />
            </Th>
            <Th>{t("name")}</Th>
            <Th>{t("delegation")}</Th>
            <Th>{t("class")}</Th>
            <Th>{t("badge")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.id}>
              <Td>
                <Checkbox
                  aria-label={row.name}
                  checked={ticked.has(row.id)}
                  onChange={(event) => toggle(row.id, event.target.checked)}
                />
              </Td>
              <Td className="font-medium">{row.name}</Td>
              <Td>{row.delegation}</Td>
              <Td>{classes(row.class)}</Td>
              <Td>
                {row.number === 0 ? (
                  <Badge>{t("not_yet")}</Badge>
                ) : (
                  <>
                    {t("number", { number: row.number })}{" "}
                    <span className="text-muted text-xs">
                      {row.printed} {row.reason && `(${row.reason})`}
                    </span>
                  </>
                )}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </form>
  );
}
