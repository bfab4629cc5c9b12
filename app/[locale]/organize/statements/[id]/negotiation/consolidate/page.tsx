import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { AmendmentCard } from "@/components/negotiation/amendment-card";
import { ConsolidateForm } from "@/components/negotiation/consolidate-form";
import { InlineText } from "@/components/statements/inline-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { placesOf } from "@/domain/amendments/applying/rules";
import { groupsOf } from "@/domain/amendments/rules";
import { pick } from "@/lib/i18n/pick";
import type { SearchParams } from "@/lib/list";
import { consolidateAction } from "../actions";
import { negotiationHere, placesAmong } from "../negotiation";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("negotiation");
  return { title: t("consolidate.title") };
}

/** One text for several amendments on one passage: the words as they are and every proposal beside what is written. */
export default async function ConsolidatePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, statement, amendments, latest, closed, references } = await negotiationHere(id);
  if (!can(actor, "amendment.decide")) notFound();
  const [t, locale] = await Promise.all([getTranslations("negotiation"), getLocale()]);
  const of = z
    .uuid()
    .optional()
    .catch(undefined)
    .parse((await searchParams).of);
  const open = amendments.filter((one) => one.state === "open");
  const group = groupsOf(open).find((members) => members.some((one) => one.id === of));
  const base = `/${locale}/organize/statements/${id}/negotiation`;
  const back = (
    <Link className="link text-sm" href={base as Route}>
      {t("amendments.back")}
    </Link>
  );
  if (!group || group.length < 2 || !latest || closed)
    return <EmptyState title={t("consolidate.few")} action={back} />;
  const members = open.filter((one) => group.includes(one));
  const places = placesOf(latest, members);
  const reference = (paragraphId: string) =>
    references.find((one) => one.id === paragraphId)?.reference ?? null;
  const lang = statement.authenticLocale;
  return (
    <div className="space-y-6">
      {back}
      <h2 className="text-2xl">{t("consolidate.title")}</h2>
      <p className="measure text-muted text-sm">{t("consolidate.lead")}</p>
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="space-y-8">
          <Section title={t("consolidate.asNow")}>
            <div lang={lang} className="space-y-3 font-serif">
              {places.retitled && <p>{latest.title}</p>}
              {places.paragraphs.map((one) => (
                <p key={one.id} className="whitespace-pre-line break-words">
                  {reference(one.id)} <InlineText text={one.text} view="brackets" />
                </p>
              ))}
            </div>
          </Section>
          <Section title={t("consolidate.proposals")}>
            <div className="space-y-6">
              {members.map((one) => (
                <AmendmentCard key={one.id} amendment={one} lang={lang} references={references} base={base} />
              ))}
            </div>
          </Section>
        </div>
        <ConsolidateForm
          key={latest.id}
          id={id}
          textId={latest.id}
          lang={lang}
          title={places.retitled ? latest.title : undefined}
          chosen={members.map((one) => ({
            value: one.id,
            label: `${t("amendments.number", { number: one.number })} ${pick(one.organisation, locale).text}`,
          }))}
          paragraphs={places.paragraphs.map(({ id: own, text }) => ({
            id: own,
            text,
            reference: reference(own),
          }))}
          inserts={places.inserts.map(({ of, text }) => ({ of: of.id, number: of.number, text }))}
          moved={places.moved.map(({ id: own }) => ({ id: own, reference: reference(own) }))}
          places={await placesAmong(references)}
          action={consolidateAction}
        />
      </div>
    </div>
  );
}
