import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { Table, Td, Th, Tr } from "../ui/table";

type Version = {
  number: number;
  note: Localized;
  publishedAt: Date;
  publishedByName: string;
  withdrawnAt: Date | null;
  size: number;
};

/** Every version of an event's list there was, latest first; those that are public lead to their page. */
export function VersionsTable({ versions, zone, href }: { versions: Version[]; zone: string; href: string }) {
  const t = useTranslations("participantList");
  return (
    <Table label={t("versions")}>
      <thead>
        <tr>
          <Th>{t("version")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("published")}</Th>
          <Th className="text-end">{t("size")}</Th>
          <Th>{t("note")}</Th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <Tr key={version.number}>
            <Td>
              {version.withdrawnAt ? (
                t("number", { number: version.number })
              ) : (
                <Link className="link" href={`${href}?version=${version.number}` as Route}>
                  {t("number", { number: version.number })}
                </Link>
              )}
            </Td>
            <Td>
              <StatusBadge of="publicationState" state={version.withdrawnAt ? "withdrawn" : "published"} />
              {version.withdrawnAt && (
                <span className="block text-muted text-xs">
                  <Time at={version.withdrawnAt} zone={zone} />
                </span>
              )}
            </Td>
            <Td>
              <Time at={version.publishedAt} zone={zone} />
              <span className="block text-muted text-xs">{version.publishedByName}</span>
            </Td>
            <Td className="text-end">{version.size}</Td>
            <Note of={version.note} />
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Note({ of }: { of: Localized }) {
  const locale = useLocale();
  const note = pick(of, locale);
  return <Td lang={langOf(note, locale)}>{note.text}</Td>;
}
