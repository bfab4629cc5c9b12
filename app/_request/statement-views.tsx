import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { RevisionView } from "@/components/statements/views/revision-view";
import { Views } from "@/components/statements/views/views";
import { groupProfile } from "@/domain/group/queries";
import type { Viewed } from "@/domain/statements/views/queries";
import { viewNames } from "@/domain/statements/views/rules";
import { pick } from "@/lib/i18n/pick";
import { dayIn, formatDay } from "@/lib/time";
import { labelOf } from "./statement-files";

/** What the address says of how a revision is looked at; anything else is the text with its brackets. */
export const viewAsked = z.object({
  view: z.enum(viewNames).catch("brackets"),
  against: z.uuid().optional().catch(undefined),
});

/** A revision on a page of the workspace or of the desk, in the view that was asked for. */
export async function ViewedRevision({
  viewed,
  view,
  base,
}: {
  viewed: Viewed;
  view: z.output<typeof viewAsked>["view"];
  base: string;
}) {
  const [locale, t, { zone }] = await Promise.all([
    getLocale(),
    getTranslations("statements.views"),
    groupProfile(),
  ]);
  const { revision, against, heads, operations, amendments, names } = viewed;
  const label = await labelOf(revision, locale);
  const others = heads.filter(({ id }) => id !== revision.id);
  const choices = await Promise.all(
    others.map(async (head) => ({ value: head.id, label: await labelOf(head, locale) })),
  );
  const printed = (name: (typeof names)[number]["name"]) => pick(name, locale).text;
  return (
    <>
      <div className="mb-4">
        <h2 className="text-xl" lang={revision.locale}>
          {revision.title}
        </h2>
        <p className="text-muted text-sm">
          {t("revision", { label, day: formatDay(dayIn(revision.savedAt, zone), locale) })}
          {against && ` · ${t("comparedWith", { label: await labelOf(against, locale) })}`}
        </p>
      </div>
      <Views base={base} view={view} against={against?.id} others={choices}>
        <RevisionView
          view={view}
          revision={revision}
          against={against}
          operations={operations}
          amendments={amendments.map(({ organisation, ...one }) => ({ ...one, by: printed(organisation) }))}
          names={Object.fromEntries(names.map(({ id, name }) => [id, printed(name)]))}
        />
      </Views>
    </>
  );
}
