import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { labelOf } from "@/app/_request/statement-files";
import { Follow } from "@/components/live/follow";
import { FloorControl } from "@/components/statements/floor/floor-control";
import { can } from "@/domain/access/can";
import { floorOf } from "@/domain/statements/floor/queries";
import { viewForOrganizer } from "@/domain/statements/views/queries";
import { statementHere } from "../statement";
import { setFloorAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements.views");
  return { title: t("floor") };
}

/** What the chair, or whoever sits beside them, has before them while a text is gone through in the room. */
export default async function FloorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, statement, latest } = await statementHere(id);
  const head = latest(statement.authenticLocale);
  if (!can(actor, "statement.set-floor") || !head) notFound();
  const [locale, t, floor] = await Promise.all([
    getLocale(),
    getTranslations("statements.views"),
    floorOf(actor, id),
  ]);
  const viewed = floor ?? (await viewForOrganizer(actor, { statementId: id, revisionId: head.id }));
  const own = viewed.heads.filter((one) => one.locale === statement.authenticLocale);
  const revisions = await Promise.all(
    own.map(async (one) => ({ value: one.id, label: await labelOf(one, locale) })),
  );
  const projection = `/${locale}/organize/statements/${id}/projection`;
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <a className="link" href={projection} target="_blank" rel="noreferrer">
          {t("openProjection")}
        </a>
        <Follow stream={`${projection}/stream`} />
      </div>
      <FloorControl
        key={`${viewed.revision.id}-${floor?.view}`}
        statementId={id}
        lang={viewed.revision.locale}
        floor={{
          version: floor?.version ?? 0,
          revisionId: viewed.revision.id,
          paragraphId: floor?.paragraphId ?? null,
          view: floor?.view ?? "brackets",
        }}
        paragraphs={viewed.revision.paragraphs.map(({ id, kind, text, level }) => ({
          id,
          kind,
          text,
          ...(level && { level }),
        }))}
        revisions={revisions}
        action={setFloorAction}
      />
    </div>
  );
}
