import type { Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { StatementForm } from "@/components/statements/statement-form";
import { Time } from "@/components/time";
import { Section } from "@/components/ui/section";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { eventChoices } from "@/domain/statements/organizer-queries";
import { namedChoices } from "@/lib/i18n/choices";
import { BelongsTo } from "../../people/periods/belongs";
import { editStatementAction } from "../actions";
import { labels } from "./negotiation/negotiation";
import { statementHere } from "./statement";

/** What the statement is, and every revision of its text. */
export default async function StatementOverviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, statement } = await statementHere(id);
  const [t, enums, locale, group, events, label] = await Promise.all([
    getTranslations("statements"),
    getTranslations("enums"),
    getLocale(),
    groupProfile(),
    eventChoices(actor),
    labels(),
  ]);
  const base = `/${locale}/organize/statements/${id}`;
  return (
    <div className="space-y-10">
      <Section
        title={t("revisions")}
        aside={
          can(actor, "statement.edit") &&
          !statement.adoption && (
            <Link className="link" href={`${base}/import` as Route}>
              {t("files.import")}
            </Link>
          )
        }
      >
        <Table label={t("revisions")}>
          <thead>
            <tr>
              <Th>{t("revision")}</Th>
              <Th>{t("note")}</Th>
              <Th className="text-end">{t("paragraphs")}</Th>
              <Th>{t("saved")}</Th>
              <Th>{t("by")}</Th>
              <Th>
                <span className="sr-only">{t("tabs.compare")}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {statement.heads.map((head) => {
              const before = statement.heads.find(
                (other) => other.locale === head.locale && other.number === head.number - 1,
              );
              return (
                <Tr key={head.id}>
                  <Td className="whitespace-nowrap">
                    <Link className="link-quiet" href={`${base}/revisions/${head.id}` as Route}>
                      {t("revisionNumber", { language: enums(`locale.${head.locale}`), number: head.number })}
                    </Link>
                    {head.locale === statement.authenticLocale && ` · ${label(head)}`}
                    {statement.adoption?.revisionId === head.id && ` (${t("isAdopted")})`}
                  </Td>
                  <Td>{head.note}</Td>
                  <Td className="text-end tabular-nums">{head.length}</Td>
                  <Td className="tabular-nums">
                    <Time at={head.savedAt} zone={group.zone} />
                  </Td>
                  <Td>{head.savedByName}</Td>
                  <Td>
                    {before && (
                      <Link
                        className="link"
                        href={`${base}/compare?from=${before.id}&to=${head.id}` as Route}
                      >
                        {t("whatChanged")}
                      </Link>
                    )}
                  </Td>
                </Tr>
              );
            })}
          </tbody>
        </Table>
      </Section>
      <Section title={t("facts")}>
        <StatementForm
          key={statement.revision}
          values={{
            id,
            revision: statement.revision,
            kind: statement.kind,
            slug: statement.slug,
            eventId: statement.eventId ?? "",
            authenticLocale: statement.authenticLocale,
            alsoAuthentic: statement.alsoAuthentic,
          }}
          events={namedChoices(events, locale)}
          action={editStatementAction}
        />
      </Section>
      <BelongsTo actor={actor} of="statement" id={id} />
    </div>
  );
}
