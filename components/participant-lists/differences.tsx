import { useLocale, useTranslations } from "next-intl";
import type { differences, Entry } from "@/domain/participant-lists/rules";
import { pick } from "@/lib/i18n/pick";

/** What a new version of a list would change: who is added, who is removed, and what is printed differently. */
export function Differences({ of }: { of: ReturnType<typeof differences> }) {
  const t = useTranslations("participantList.differences");
  const line = useLine();
  const { added, removed, changed } = of;
  if (added.length + removed.length + changed.length === 0) return <p className="text-sm">{t("none")}</p>;
  return (
    <div className="grid gap-6 text-sm lg:grid-cols-3">
      <People title={t("added", { count: added.length })} lines={added.map(line)} />
      <People title={t("removed", { count: removed.length })} lines={removed.map(line)} />
      <div>
        <h4 className="font-medium font-sans text-sm">{t("changed", { count: changed.length })}</h4>
        <ul className="mt-1">
          {changed.map(({ before, after, fields }) => (
            <li key={after.participationId} className="border-rule border-t py-1.5">
              <del className="block text-muted">{line(before).text}</del>
              <ins className="no-underline">{line(after).text}</ins>
              <span className="block text-muted text-xs">
                {fields.map((field) => t(`fields.${field}`)).join(", ")}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function useLine() {
  const locale = useLocale();
  const classes = useTranslations("enums.participationClass");
  return (entry: Entry) => ({
    id: entry.participationId,
    text: [
      [entry.courtesyTitle, entry.name].filter(Boolean).join(" "),
      entry.functionalTitle,
      pick(entry.organisation, locale).text,
      classes(entry.class),
    ]
      .filter(Boolean)
      .join(", "),
  });
}

function People({ title, lines }: { title: string; lines: { id: string; text: string }[] }) {
  return (
    <div>
      <h4 className="font-medium font-sans text-sm">{title}</h4>
      <ul className="mt-1">
        {lines.map((line) => (
          <li key={line.id} className="border-rule border-t py-1.5">
            {line.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
