import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ConfirmImport } from "@/components/imports/confirm-import";
import { DiscardImport } from "@/components/imports/discard-import";
import { ImportCounters } from "@/components/imports/import-counters";
import { ImportProgress } from "@/components/imports/import-progress";
import { ImportRows } from "@/components/imports/import-rows";
import { Pager } from "@/components/list/pager";
import { Time } from "@/components/time";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { importCounts, importDone, listImportRows, rowsPageSize } from "@/domain/imports/queries";
import { importResults, importStage } from "@/domain/imports/rules";
import { oneOf, pageNumber, type SearchParams } from "@/lib/list";
import { discardAction, runAction } from "../actions";
import { importHere } from "../here";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("report.title") };
}

type Props = { params: Promise<{ id: string; importId: string }>; searchParams: SearchParams };

/** One list: how far its check or its import is, what it comes to row by row, and the question whether to do it. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { id, importId } = await params;
  const { actor, event, list } = await importHere(id, importId);
  const [t, locale] = await Promise.all([getTranslations("imports"), getLocale()]);
  const participants = `/${locale}/organize/events/${id}/participants`;
  const base = `${participants}/import/${importId}`;
  const stage = importStage(list);
  if (stage === "mapping" && !list.erasedAt) redirect(`${base}/mapping` as Route);
  const asked = await searchParams;
  const result = oneOf(importResults).parse(asked.result);
  const page = pageNumber.parse(asked.page);
  const working = stage === "checking" || stage === "running";
  const [counts, done, { rows, total }] = await Promise.all([
    importCounts(actor, importId),
    importDone(actor, importId),
    working ? { rows: [], total: 0 } : listImportRows(actor, importId, { result, page }),
  ]);
  return (
    <div className="space-y-8">
      <div className="space-y-2">
        <Link className="link text-sm" href={`${participants}/import` as Route}>
          {t("title")}
        </Link>
        <h2 className="wrap-anywhere text-2xl">{list.fileName || t("erasedFile")}</h2>
        <p className="text-muted text-sm">
          {list.createdByName}, <Time at={list.createdAt} zone={event.zone} /> · {t(`stages.${stage}`)}
        </p>
      </div>
      {list.erasedAt && <Notice title={t("erased")} />}
      {working && (
        <ImportProgress
          stage={stage}
          done={stage === "checking" ? list.checked : list.done}
          total={list.total}
          address={`${base}/progress`}
        />
      )}
      {stage === "finished" && (
        <Notice
          tone={list.done < list.total ? "warning" : "success"}
          title={
            list.done < list.total
              ? t("report.stopped", { done: list.done, total: list.total })
              : t("report.finished", { count: list.done })
          }
        >
          <p>{t("report.done", done)}</p>
          <p>{t(list.mails ? "report.mailed" : "report.notMailed")}</p>
        </Notice>
      )}
      {!working && <ImportCounters counts={counts} total={list.total} open={result} base={base} />}
      {stage === "checked" && !list.erasedAt && (
        <Section title={t("confirm.title")}>
          <ConfirmImport
            id={list.id}
            revision={list.revision}
            counts={counts}
            announced={event.announcedAt !== null}
            action={runAction}
          />
          <div className="mt-6 flex flex-wrap gap-2">
            <LinkButton href={`${base}/mapping` as Route}>{t("mapping.again")}</LinkButton>
            <DiscardImport id={list.id} revision={list.revision} total={list.total} action={discardAction} />
          </div>
        </Section>
      )}
      {!working && (
        <Section
          title={result ? t("report.rowsOf", { result }) : t("report.rows")}
          aside={
            stage === "finished" && (
              <span className="flex flex-wrap gap-x-4">
                <a className="link" href={`${base}/report`}>
                  {t("report.download")}
                </a>
                <Link className="link" href={`${participants}?sort=-arrival` as Route}>
                  {t("report.participants")}
                </Link>
              </span>
            )
          }
        >
          <ImportRows rows={rows} mapping={list.mapping} participants={participants} />
          <Pager total={total} page={page} size={rowsPageSize} current={{ result }} />
        </Section>
      )}
    </div>
  );
}
