import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { QuorumForm, SeatForm } from "@/components/board/board-forms";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { boardFor, personChoices } from "@/domain/board/queries";
import { organisationChoices } from "@/domain/organisations/choices";
import { namedChoices } from "@/lib/i18n/choices";
import { pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";
import { addSeatAction, editSeatAction, quorumAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accessions");
  return { title: t("board") };
}

/** Who sits on the board and from when until when, and how many of them must answer. */
export default async function BoardPage() {
  const actor = await organizer();
  if (!can(actor, "accession.list")) notFound();
  const mayEdit = can(actor, "board.edit");
  const [t, locale, board, all, persons] = await Promise.all([
    getTranslations("accessions"),
    getLocale(),
    boardFor(actor),
    mayEdit ? organisationChoices(actor) : [],
    mayEdit ? personChoices(actor) : [],
  ]);
  const organisations = namedChoices(all, locale);
  const people = namedChoices(persons, locale);
  return (
    <>
      <PageHeading
        title={t("board")}
        above={
          <Link className="link" href={`/${locale}/organize/accessions` as Route}>
            {t("title")}
          </Link>
        }
        below={<span className="measure block">{t("seats.lead")}</span>}
      />
      <div className="space-y-10">
        {board.seats.length === 0 ? (
          <EmptyState title={t("seats.none")}>{t("seats.noneText")}</EmptyState>
        ) : (
          <ul className="text-sm">
            {board.seats.map((seat) => (
              <li key={seat.id} className="border-rule border-t py-3">
                <p className="font-medium">
                  {seat.person}
                  {seat.organisation && (
                    <span className="font-normal text-muted"> · {pick(seat.organisation, locale).text}</span>
                  )}
                </p>
                <p className="text-muted">
                  {formatDay(seat.fromOn, locale)} –{" "}
                  {seat.toOn ? formatDay(seat.toOn, locale) : t("seats.open")}
                </p>
                {mayEdit && (
                  <details className="mt-1">
                    <summary className="link inline-block min-h-6">
                      {t("seats.change", { name: seat.person })}
                    </summary>
                    <div className="mt-3">
                      <SeatForm
                        values={{
                          id: seat.id,
                          revision: seat.revision,
                          personId: seat.personId,
                          organisationId: seat.organisationId ?? "",
                          fromOn: seat.fromOn,
                          toOn: seat.toOn ?? "",
                        }}
                        people={people}
                        organisations={organisations}
                        action={editSeatAction}
                      />
                    </div>
                  </details>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayEdit && (
          <Section title={t("seats.add")}>
            <SeatForm
              key={board.seats.length}
              values={{ personId: "", organisationId: "", fromOn: "", toOn: "" }}
              people={people}
              organisations={organisations}
              action={addSeatAction}
            />
          </Section>
        )}
        <Section title={t("quorum.title")}>
          {mayEdit ? (
            <QuorumForm
              values={{ revision: board.revision, boardQuorum: board.quorum }}
              action={quorumAction}
            />
          ) : (
            <p className="text-sm">{t("quorum.is", { quorum: board.quorum })}</p>
          )}
        </Section>
      </div>
    </>
  );
}
