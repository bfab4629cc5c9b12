import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type {
  CredentialsState,
  Localized,
  OrganisationKind,
  ParticipationClass,
  ParticipationState,
} from "@/db/enums";
import { type Fill, progressOf, totalFill } from "@/domain/delegations/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { Flag } from "../flag";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { Table, Td, Th, Tr } from "../ui/table";

type Row = {
  id: string;
  name: Localized;
  kind: OrganisationKind;
  country: string | null;
  nominationClosesAt: Date | null;
  live: { class: ParticipationClass; state: ParticipationState; name: string }[];
  fills: readonly Fill[];
  credentials: CredentialsState | null;
};

/** The delegations of an event: how far each has come, who leads it, how full it is, and its letter. */
export function DelegationsTable({ rows, base, zone }: { rows: Row[]; base: string; zone: string }) {
  const locale = useLocale();
  const t = useTranslations("delegations");
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("organisation")}</Th>
          <Th>{t("progress")}</Th>
          <Th>{t("lacking.head")}</Th>
          <Th>{t("filled")}</Th>
          <Th>{t("credentials.title")}</Th>
          <Th>{t("ownDeadline")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = pick(row.name, locale);
          const { taken, quota } = totalFill(row.fills);
          return (
            <Tr key={row.id}>
              <Td>
                <Link
                  className="link-quiet inline-flex min-h-6 items-baseline gap-1.5 font-medium"
                  href={`${base}/${row.id}` as Route}
                  lang={langOf(name, locale)}
                >
                  {row.kind === "country" && row.country && <Flag country={row.country} />}
                  {name.text}
                </Link>
              </Td>
              <Td>
                <StatusBadge of="delegationProgress" state={progressOf(row.live)} />
              </Td>
              <Td>
                {row.live.find((person) => person.class === "head")?.name ?? (
                  <span className="text-muted">{t("noHead")}</span>
                )}
              </Td>
              <Td className="whitespace-nowrap tabular-nums">{t("filledOf", { taken, quota })}</Td>
              <Td>
                {row.credentials ? (
                  <StatusBadge of="credentialsState" state={row.credentials} />
                ) : (
                  <span className="text-muted">{t("noCredentials")}</span>
                )}
              </Td>
              <Td className="whitespace-nowrap">
                {row.nominationClosesAt && <Time at={row.nominationClosesAt} zone={zone} />}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
