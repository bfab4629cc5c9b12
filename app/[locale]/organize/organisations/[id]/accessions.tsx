import type { Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { StatusBadge } from "@/components/status-badge";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { accessionsOf } from "@/domain/accessions/organizer-queries";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { dayIn, formatDay } from "@/lib/time";

/** The applications that an organisation of the register became a member by, or did not; nothing where there is none. */
export async function Accessions({ organisationId }: { organisationId: string }) {
  const actor = await organizer();
  if (!can(actor, "accession.list")) return null;
  const [t, locale, { zone }] = await Promise.all([
    getTranslations("accessions"),
    getLocale(),
    groupProfile(),
  ]);
  const at = now();
  const found = await accessionsOf(actor, organisationId, { at, today: dayIn(at, zone) });
  if (found.length === 0) return null;
  return (
    <Section title={t("ofOrganisation")}>
      <ul className="space-y-2 text-sm">
        {found.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link className="link" href={`/${locale}/organize/accessions/${one.id}` as Route}>
              {t("received")} {formatDay(one.receivedOn, locale)}
            </Link>
            <StatusBadge of="accessionState" state={one.state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
