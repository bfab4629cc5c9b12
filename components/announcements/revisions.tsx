import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { Time } from "../time";
import { Table, Td, Th, Tr } from "../ui/table";

type Head = {
  id: string;
  locale: Locale;
  number: number;
  title: string;
  savedAt: Date;
  savedByName: string;
  automatic: boolean;
};
type Props = { heads: readonly Head[]; base: string; zone: string };

/** Every revision of every language, latest first; those kept while somebody wrote are folded away. */
export function Revisions({ heads, base, zone }: Props) {
  const t = useTranslations("announcements");
  const kept = heads.filter((head) => head.automatic);
  return (
    <>
      <Rows
        label={t("revisions")}
        rows={heads.filter((head) => !head.automatic)}
        heads={heads}
        base={base}
        zone={zone}
      />
      {kept.length > 0 && (
        <details className="mt-4">
          <summary className="cursor-pointer text-sm">{t("keptRevisions", { count: kept.length })}</summary>
          <Rows
            label={t("keptRevisions", { count: kept.length })}
            rows={kept}
            heads={heads}
            base={base}
            zone={zone}
          />
        </details>
      )}
    </>
  );
}

function Rows({ label, rows, heads, base, zone }: Props & { label: string; rows: readonly Head[] }) {
  const t = useTranslations("announcements");
  const enums = useTranslations("enums.locale");
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t("revision")}</Th>
          <Th>{t("form.title")}</Th>
          <Th>{t("saved")}</Th>
          <Th>{t("by")}</Th>
          <Th>{t("compare.column")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((head) => (
          <Tr key={head.id}>
            <Td className="whitespace-nowrap">
              <Link className="link" href={`${base}/revisions/${head.id}` as Route}>
                {t("revisionNumber", { language: enums(head.locale), number: head.number })}
              </Link>
            </Td>
            <Td lang={head.locale}>{head.title}</Td>
            <Td className="tabular-nums">
              <Time at={head.savedAt} zone={zone} />
            </Td>
            <Td>{head.savedByName}</Td>
            <Td>
              <Comparisons head={head} heads={heads} base={base} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** From a revision to what has changed since it, and to what changed with it, in its language. */
function Comparisons({ head, heads, base }: Omit<Props, "zone"> & { head: Head }) {
  const t = useTranslations("announcements");
  const enums = useTranslations("enums.locale");
  const own = heads
    .filter((one) => one.locale === head.locale)
    .toSorted((one, other) => one.number - other.number);
  const place = own.findIndex((one) => one.id === head.id);
  const latest = own.at(-1);
  const before = own[place - 1];
  const what = t("revisionNumber", { language: enums(head.locale), number: head.number });
  const link = (label: string, from: string, to: string) => (
    <Link
      className="link block whitespace-nowrap"
      href={`${base}/compare?from=${from}&to=${to}` as Route}
      aria-label={t("compare.of", { label, what })}
    >
      {label}
    </Link>
  );
  return (
    <>
      {latest && latest.id !== head.id && link(t("compare.withCurrent"), head.id, latest.id)}
      {before && link(t("compare.withBefore"), before.id, head.id)}
    </>
  );
}
