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
      <Rows label={t("revisions")} heads={heads.filter((head) => !head.automatic)} base={base} zone={zone} />
      {kept.length > 0 && (
        <details className="mt-4">
          <summary className="cursor-pointer text-sm">{t("keptRevisions", { count: kept.length })}</summary>
          <Rows label={t("keptRevisions", { count: kept.length })} heads={kept} base={base} zone={zone} />
        </details>
      )}
    </>
  );
}

function Rows({ label, heads, base, zone }: Props & { label: string }) {
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
        </tr>
      </thead>
      <tbody>
        {heads.map((head) => (
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
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
