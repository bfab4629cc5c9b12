import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized, OrganisationKind, Sector } from "@/db/enums";
import { type Spell, spellState } from "@/domain/members/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { SortableTh } from "../list/sort-link";
import { StatusBadge } from "../status-badge";
import { Table, Td, Th, Tr } from "../ui/table";
import { MemberMark } from "./member-mark";
import { SpellWords } from "./spell-words";

type Row = {
  id: string;
  kind: OrganisationKind;
  name: Localized;
  country: string | null;
  sectors: Sector[];
  spells: (Spell & { id: string; publicFrom: Date | null; withdrawnAt: Date | null })[];
};

type Props = {
  rows: readonly Row[];
  at: Date;
  day: string;
  sort: string;
  current: Record<string, string | undefined>;
};

/** The workspace's directory: each organisation with its spells and whether the public knows them. */
export function DirectoryTable({ rows, at, day, sort, current }: Props) {
  const t = useTranslations("members");
  return (
    <Table label={t("directory")}>
      <thead>
        <tr>
          <SortableTh name="name" sort={sort} current={current}>
            {t("name")}
          </SortableTh>
          <Th>{t("kind")}</Th>
          <Th>{t("sectors")}</Th>
          <SortableTh name="joined" sort={sort} current={current}>
            {t("spell")}
          </SortableTh>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DirectoryRow key={row.id} row={row} at={at} day={day} />
        ))}
      </tbody>
    </Table>
  );
}

function DirectoryRow({ row, at, day }: { row: Row; at: Date; day: string }) {
  const locale = useLocale();
  const t = useTranslations("members");
  const enums = useTranslations("enums");
  const name = pick(row.name, locale);
  return (
    <Tr>
      <Td>
        <span className="flex items-center gap-2">
          <MemberMark kind={row.kind} country={row.country} name={name.text} className="size-6" />
          <Link
            className="link-quiet font-medium"
            lang={langOf(name, locale)}
            href={`/${locale}/organize/organisations/${row.id}` as Route}
          >
            {name.text}
          </Link>
        </span>
      </Td>
      <Td>{enums(`organisationKind.${row.kind}`)}</Td>
      <Td>{row.sectors.map((sector) => enums(`sector.${sector}`)).join(", ")}</Td>
      <Td>
        {row.spells.length === 0 && <span className="text-muted">{t("noSpell")}</span>}
        <ul className="space-y-1">
          {row.spells.map((spell) => (
            <li key={spell.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <SpellWords spell={spell} day={day} />
              {spellState(spell, at) !== "published" && (
                <StatusBadge of="publicationState" state={spellState(spell, at)} />
              )}
            </li>
          ))}
        </ul>
      </Td>
    </Tr>
  );
}
