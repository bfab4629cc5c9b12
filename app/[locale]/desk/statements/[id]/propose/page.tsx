import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ListFilter } from "@/components/list/list-filter";
import { ProposeForm } from "@/components/negotiation/propose-form";
import { InlineText } from "@/components/statements/inline-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { amendmentKinds } from "@/db/enums";
import { beginning } from "@/domain/amendments/beginning/rules";
import { oneOf, type SearchParams } from "@/lib/list";
import { proposeAction } from "../../../../organize/statements/[id]/negotiation/actions";
import { placesAmong } from "../../../../organize/statements/[id]/negotiation/negotiation";
import { statementAtDesk } from "../statement";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

const asked = z.object({
  kind: oneOf(amendmentKinds),
  paragraph: z.uuid().optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("negotiation");
  return { title: t("amendments.propose") };
}

/** Proposing an amendment to a paragraph of the text that was sent round last. */
export default async function DeskProposePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { kind = "replace", paragraph } = asked.parse(await searchParams);
  const { present: text, references, closed } = await statementAtDesk(id);
  const [t, kinds, locale] = await Promise.all([
    getTranslations("negotiation"),
    getTranslations("enums.amendmentKind"),
    getLocale(),
  ]);
  const values = beginning(text, kind, paragraph);
  if (!values) notFound();
  const at = text.paragraphs.findIndex((one) => one.id === paragraph);
  const about = text.paragraphs.slice(at, at + (kind === "merge" ? 2 : 1));
  const possible = amendmentKinds.filter((one) => one !== "retitle" && beginning(text, one, paragraph));
  return (
    <>
      <PageHeading
        title={t(`form.title.${kind}`)}
        above={
          <Link
            className="link break-words"
            lang={text.locale}
            href={`/${locale}/desk/statements/${id}${paragraph ? `#p-${paragraph}` : ""}` as Route}
          >
            {text.title}
          </Link>
        }
      />
      {closed ? (
        <EmptyState title={t(`amendments.${closed}`)} />
      ) : (
        <div className="space-y-6">
          {paragraph && (
            <ListFilter
              keep={{ paragraph }}
              filters={[
                {
                  name: "kind",
                  label: t("form.kind"),
                  value: kind,
                  choices: possible.map((value) => ({ value, label: kinds(value) })),
                },
              ]}
            />
          )}
          {at >= 0 && kind !== "retitle" && (
            <blockquote className="space-y-3 border-edge border-s-2 ps-4 font-serif" lang={text.locale}>
              {about.map((one) => (
                <p key={one.id} className="whitespace-pre-line break-words">
                  {references.find((reference) => reference.id === one.id)?.reference}{" "}
                  <InlineText text={one.text} view="brackets" />
                </p>
              ))}
            </blockquote>
          )}
          <ProposeForm
            key={`${kind}-${paragraph}`}
            values={{ id, revisionId: text.id, ...values }}
            lang={text.locale}
            places={await placesAmong(references, paragraph)}
            action={proposeAction}
          />
        </div>
      )}
    </>
  );
}
