import type { Metadata, Route } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AccessionFacts } from "@/components/accessions/accession-facts";
import { Checklist } from "@/components/accessions/checklist";
import { Notes } from "@/components/accessions/notes";
import { DeadlinesForm, DocumentForm } from "@/components/accessions/small-forms";
import { Standing } from "@/components/accessions/standing";
import { Votes } from "@/components/board/votes";
import { HistoryList } from "@/components/history/history-list";
import { StatusBadge } from "@/components/status-badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { hasEnded, isOpen, needsBoard } from "@/domain/accessions/rules";
import { boardFor } from "@/domain/board/queries";
import { historyOf } from "@/domain/history/queries";
import { langOf } from "@/lib/i18n/pick";
import { addDocumentAction, checkAction, deadlinesAction, decideAction, noteAction } from "../actions";
import { accessionHere } from "./accession";
import { Steps } from "./steps";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await accessionHere((await params).id);
  return { title: name.text };
}

/** An application: where it stands and what to do next, what it says, the board, what is looked after, notes, history. */
export default async function AccessionPage({ params }: Props) {
  const { id } = await params;
  const { actor, accession, locale, zone, today, name } = await accessionHere(id);
  const [t, enums, board, deeds] = await Promise.all([
    getTranslations("accessions"),
    getTranslations("enums"),
    boardFor(actor),
    historyOf(actor, ["accession", id]),
  ]);
  const { state, kind, revision } = accession;
  const { quorumReached: _, majority: __, ...votes } = accession.board;
  const open = isOpen(state);
  const base = `/${locale}/organize/accessions`;
  return (
    <>
      <PageHeading
        title={name.text}
        lang={langOf(name, locale)}
        above={
          <Link className="link" href={base as Route}>
            {t("title")}
          </Link>
        }
        below={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StatusBadge of="accessionState" state={state} />
            <span>{enums(`organisationKind.${kind}`)}</span>
            <span>{enums(`accessionSource.${accession.source}`)}</span>
          </span>
        }
        actions={
          open &&
          can(actor, "accession.edit") && (
            <LinkButton href={`${base}/${id}/edit` as Route}>{t("edit")}</LinkButton>
          )
        }
      />
      <div className="space-y-10">
        <Section title={t("stands")}>
          <div className="space-y-4">
            <Standing accession={accession} base={base} obstaclesFor={open} />
            <Steps actor={actor} accession={accession} name={name.text} today={today} />
          </div>
        </Section>
        {needsBoard(kind) && (
          <Section
            title={t("board")}
            aside={
              <Link className="link" href={`${base}/board` as Route}>
                {t("quorum.is", { quorum: board.quorum })}
              </Link>
            }
          >
            <p className="measure mb-3 text-sm">
              {accession.sentToBoardAt
                ? t("votes.outcome", { ...votes, quorum: board.quorum })
                : t("votes.notSent")}
            </p>
            {accession.sentToBoardAt && (
              <Votes
                accession={{ id, revision }}
                seats={board.seats}
                answers={accession.answers}
                today={today}
                action={state === "with_board" && can(actor, "accession.decide") ? decideAction : undefined}
              />
            )}
          </Section>
        )}
        <Section title={t("says")}>
          <AccessionFacts accession={accession} base={`${base}/${id}`} />
          {!hasEnded(state) && can(actor, "accession.edit") && (
            <div className="mt-6">
              <DocumentForm key={accession.documents.length} id={id} action={addDocumentAction} />
            </div>
          )}
        </Section>
        <Section title={t("checklist")}>
          <Checklist
            id={id}
            checks={accession.checks}
            due={{ review: accession.reviewBy, announce: accession.announceBy }}
            zone={zone}
            action={!hasEnded(state) && can(actor, "accession.check") ? checkAction : undefined}
          />
        </Section>
        {(open || state === "approved") && can(actor, "accession.edit") && (
          <Section title={t("deadlines")}>
            <DeadlinesForm
              values={{
                id,
                revision,
                reviewBy: accession.reviewBy ?? "",
                boardBy: accession.boardBy ?? "",
                announceBy: accession.announceBy ?? "",
              }}
              board={needsBoard(kind)}
              action={deadlinesAction}
            />
          </Section>
        )}
        <Section title={t("notes")}>
          <Notes
            id={id}
            notes={accession.notes}
            zone={zone}
            action={!accession.erasedAt && can(actor, "accession.note") ? noteAction : undefined}
          />
        </Section>
        <Section title={t("history")}>
          <HistoryList deeds={deeds} zone={zone} />
        </Section>
      </div>
    </>
  );
}
