import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { partsOf } from "@/domain/minutes/rules";
import { partChanges } from "@/lib/text/parts";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";

type Revision = {
  id: string;
  number: number;
  locale: Locale;
  body: string;
  savedAt: Date;
  savedByName: string;
};

type Props = {
  /** The latest first. */
  revisions: Revision[];
  published: number | undefined;
  zone: string;
  /** The number of the one whose changes are shown. */
  shown: number | undefined;
  base: string;
};

/** The revisions of minutes, latest first; of one of them what changed in it. */
export function Revisions({ revisions, published, zone, shown, base }: Props) {
  const t = useTranslations("minutes");
  return (
    <ol className="text-sm">
      {revisions.map((revision, index) => (
        <li key={revision.id} className="border-rule border-t py-2.5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{t("revision", { number: revision.number })}</span>
            {revision.number === published && <StatusBadge of="publicationState" state="published" />}
            <span className="text-muted">
              {revision.savedByName}, <Time at={revision.savedAt} zone={zone} />
            </span>
            <Link className="link" href={`${base}?revision=${revision.number}` as Route} scroll={false}>
              {t("changes", { number: revision.number })}
            </Link>
          </p>
          {shown === revision.number && <Changes revision={revision} before={revisions[index + 1]} />}
        </li>
      ))}
    </ol>
  );
}

/** What came is underlined, what went is struck out; parts that stayed are left grey. */
function Changes({ revision, before }: { revision: Revision; before: Revision | undefined }) {
  const parts = partChanges(partsOf(before?.body ?? ""), partsOf(revision.body), revision.locale);
  return (
    <div lang={revision.locale} className="measure mt-3 space-y-2 font-serif text-base">
      {parts.map(({ changed, runs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place.
        <p key={index} className={changed ? "whitespace-pre-line" : "whitespace-pre-line text-muted"}>
          {runs.map((run, place) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            if (run.kind === "same") return <span key={place}>{run.text}</span>;
            const Run = run.kind === "added" ? "ins" : "del";
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <Run key={place} className={run.kind === "added" ? "bg-success-soft" : "bg-danger-soft"}>
                {run.text}
              </Run>
            );
          })}
        </p>
      ))}
    </div>
  );
}
