import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { labelOf } from "@/app/_request/statement-files";
import { ClientMessages } from "@/components/layout/client-messages";
import { Projection } from "@/components/statements/floor/projection";
import { can } from "@/domain/access/can";
import { floorOf } from "@/domain/statements/floor/queries";
import { pick } from "@/lib/i18n/pick";
import type { SearchParams } from "@/lib/list";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements.views");
  return { title: t("projection"), robots: { index: false } };
}

/** What the screen of the room shows of a text under negotiation: where the chair is, and nothing around it. */
export default async function ProjectionPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await organizer();
  if (!can(actor, "statement.list") || !z.uuid().safeParse(id).success) notFound();
  const [locale, floor, { light }] = await Promise.all([getLocale(), floorOf(actor, id), searchParams]);
  const base = `/${locale}/organize/statements/${id}/projection`;
  return (
    <ClientMessages namespaces={["live"]}>
      <div data-screen={light ? undefined : ""}>
        <Projection
          base={base}
          light={light !== undefined}
          floor={
            floor && {
              ...floor,
              label: await labelOf(floor.revision, locale),
              names: Object.fromEntries(floor.names.map((one) => [one.id, pick(one.name, locale).text])),
              amendments: floor.amendments.map(({ organisation, ...one }) => ({
                ...one,
                by: pick(organisation, locale).text,
              })),
            }
          }
        />
      </div>
    </ClientMessages>
  );
}
