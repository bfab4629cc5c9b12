import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ListFilter } from "@/components/list/list-filter";
import { AmendmentCard } from "@/components/negotiation/amendment-card";
import { Comments, SayForm } from "@/components/negotiation/comments";
import { DeskParagraph } from "@/components/negotiation/desk-paragraph";
import { Time } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { groupProfile } from "@/domain/group/queries";
import { numbered } from "@/domain/statements/rules";
import type { SearchParams } from "@/lib/list";
import { sayAction, withdrawCommentAction } from "../../../organize/statements/[id]/negotiation/actions";
import { labels } from "../../../organize/statements/[id]/negotiation/negotiation";
import { statementAtDesk } from "./statement";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { text } = await statementAtDesk((await params).id);
  return { title: text.title };
}

/** A text in negotiation at the desk: what was sent round, paragraph by paragraph, with what is proposed and said of it. */
export default async function DeskStatementPage({ params, searchParams }: Props) {
  const [{ id }, { version }] = await Promise.all([params, searchParams]);
  const earlier = typeof version === "string" && version !== "";
  const here = await (earlier ? statementAtDesk(id, version) : statementAtDesk(id));
  const { actor, party, circulations, shown, last, text, amendments, comments, closed, references } = here;
  const [t, locale, label, group] = await Promise.all([
    getTranslations("negotiation"),
    getLocale(),
    labels(),
    groupProfile(),
  ]);
  const base = `/${locale}/desk/statements/${id}`;
  const latest = shown.revisionId === last.revisionId;
  const proposes = latest && !closed;
  const cards = (of: typeof amendments) =>
    of.map((one) => (
      <AmendmentCard
        key={one.id}
        amendment={one}
        lang={text.locale}
        references={references}
        base={base}
        own={one.organisationId === actor.organisationId}
      />
    ));
  const said = (paragraphId: string | null) =>
    comments.filter((one) => one.paragraphId === paragraphId && !one.amendmentId);
  const own = { zone: group.zone, own: actor.organisationId, withdraw: withdrawCommentAction };
  const about = (paragraphId: string | null) =>
    amendments.filter((one) => one.kind !== "retitle" && one.paragraphId === paragraphId);
  const gone = amendments.filter(
    (one) => one.paragraphId && !references.some(({ id: there }) => there === one.paragraphId),
  );
  const titles = amendments.filter((one) => one.kind === "retitle");
  return (
    <>
      <PageHeading
        title={<span className="break-words">{text.title}</span>}
        lang={text.locale}
        above={
          <Link className="link" href={`/${locale}/desk` as Route}>
            {t("desk.back")}
          </Link>
        }
        below={
          <>
            {label(shown)} · <Time at={shown.at} zone={group.zone} />
            {party.drafting && ` · ${t("desk.drafting")}`}
          </>
        }
      />
      <div className="space-y-8">
        {circulations.length > 1 && (
          <ListFilter
            filters={[
              {
                name: "version",
                label: t("desk.which"),
                value: shown.revisionId,
                choices: circulations
                  .toReversed()
                  .map((one) => ({ value: one.revisionId, label: label(one) })),
              },
            ]}
          />
        )}
        {!latest && <Notice tone="warning">{t("desk.earlier")}</Notice>}
        {closed && <Notice>{t(`amendments.${closed}`)}</Notice>}
        {shown.note && (
          <Notice title={t("desk.note")}>
            <p className="whitespace-pre-line break-words">{shown.note}</p>
          </Notice>
        )}
        <Section title={t("desk.text")}>
          <div className="space-y-4">
            {proposes && (
              <p className="flex flex-wrap gap-x-4 text-sm">
                <Link className="link inline-block min-h-6" href={`${base}/propose?kind=retitle` as Route}>
                  {t("desk.toTitle")}
                </Link>
                <Link
                  className="link inline-block min-h-6"
                  href={`${base}/propose?kind=insert_after` as Route}
                >
                  {t("desk.atBeginning")}
                </Link>
              </p>
            )}
            {titles.length > 0 && (
              <div className="space-y-4">
                <h3 className="font-medium text-sm">{t("desk.title")}</h3>
                {cards(titles)}
              </div>
            )}
            {cards(about(null))}
            {numbered(text.paragraphs).map((paragraph) => (
              <DeskParagraph
                key={paragraph.id}
                paragraph={paragraph}
                words={references.find(({ id: one }) => one === paragraph.id)?.words ?? ""}
                lang={text.locale}
                propose={proposes ? `${base}/propose?paragraph=${paragraph.id}` : undefined}
                amendments={cards(about(paragraph.id))}
                comments={said(paragraph.id).length}
              >
                <Comments comments={said(paragraph.id)} {...own} />
                {closed !== "adopted" && latest && (
                  <SayForm
                    values={{ id, paragraphId: paragraph.id }}
                    audiences={here.audiences}
                    action={sayAction}
                  />
                )}
              </DeskParagraph>
            ))}
          </div>
        </Section>
        {gone.length > 0 && (
          <Section title={t("desk.gone")}>
            <div className="space-y-6">{cards(gone)}</div>
          </Section>
        )}
        <Section title={t("comments.general")}>
          <div className="space-y-6">
            <Comments comments={said(null)} {...own} />
            {closed !== "adopted" && (
              <SayForm values={{ id }} audiences={here.audiences} action={sayAction} />
            )}
          </div>
        </Section>
      </div>
    </>
  );
}
