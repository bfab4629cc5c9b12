import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ListFilter } from "@/components/list/list-filter";
import { ProposeForm } from "@/components/negotiation/propose-form";
import { EmptyState } from "@/components/ui/empty-state";
import { amendmentKinds } from "@/db/enums";
import { can } from "@/domain/access/can";
import { beginning } from "@/domain/amendments/beginning/rules";
import { revisionOf } from "@/domain/statements/organizer-queries";
import { namedChoices } from "@/lib/i18n/choices";
import { oneOf, type SearchParams } from "@/lib/list";
import { proposeAction } from "../actions";
import { negotiationHere, placesAmong, referencesOf } from "../negotiation";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("negotiation");
  return { title: t("amendments.record") };
}

/** Writing down what a party proposes, on the text that was sent round last. */
export default async function RecordPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, statement, parties, circulations, closed } = await negotiationHere(id);
  if (!can(actor, "amendment.propose")) notFound();
  const [t, kinds, locale] = await Promise.all([
    getTranslations("negotiation"),
    getTranslations("enums.amendmentKind"),
    getLocale(),
  ]);
  const last = circulations.at(-1);
  if (!last || closed) return <EmptyState title={t("form.none")} />;
  const asked = z
    .object({ kind: oneOf(amendmentKinds), paragraph: z.uuid().optional().catch(undefined) })
    .parse(await searchParams);
  const text = await revisionOf(actor, id, last.revisionId);
  const references = referencesOf(text.paragraphs);
  const kind = asked.kind ?? "replace";
  const paragraphId = asked.paragraph ?? text.paragraphs[0]?.id;
  const values = beginning(text, kind, kind === "retitle" ? undefined : paragraphId);
  if (!values) notFound();
  return (
    <div className="space-y-6">
      <Link className="link text-sm" href={`/${locale}/organize/statements/${id}/negotiation` as Route}>
        {t("amendments.back")}
      </Link>
      <ListFilter
        filters={[
          {
            name: "kind",
            label: t("form.kind"),
            value: kind,
            choices: amendmentKinds.map((value) => ({ value, label: kinds(value) })),
          },
          {
            name: "paragraph",
            label: t("comments.paragraph"),
            value: paragraphId ?? "",
            choices: references.map((one) => ({
              value: one.id,
              label: [one.reference, one.words].filter(Boolean).join(" "),
            })),
          },
        ]}
      />
      <div className="max-w-2xl">
        <ProposeForm
          key={`${kind}-${paragraphId}`}
          values={{ id, revisionId: text.id, ...values }}
          lang={statement.authenticLocale}
          places={await placesAmong(references, paragraphId)}
          parties={namedChoices(parties, locale)}
          action={proposeAction}
        />
      </div>
    </div>
  );
}
