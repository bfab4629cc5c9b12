import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Localized } from "@/db/enums";
import type { Finding } from "@/domain/agenda/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { regional } from "@/lib/i18n/region";
import { formatClock, formatRange, zoneName } from "@/lib/time";
import { Badge } from "../ui/badge";

type Item = { id: string; title: Localized; people: readonly { id: string; name: string }[] };

export type FindingTextProps = {
  finding: Finding;
  /** Whether it holds back a release. */
  hard?: boolean;
  items: readonly Item[];
  delegations: readonly { organisationId: string; name: Localized }[];
  zone: string;
  /** The address of the agenda, below which its items are. */
  base: string;
};

/** One finding in a sentence, its items as links, and the way out in another. */
export function FindingText({ finding, hard, items, delegations, zone, base }: FindingTextProps) {
  const locale = useLocale();
  const t = useTranslations("agenda.findings");
  const title = (id: string) => pick(items.find((one) => one.id === id)?.title ?? {}, locale);
  const [a, b] = [title(finding.a), "b" in finding ? title(finding.b) : undefined];
  const link = (id: string, lang?: string) => (chunks: ReactNode) => (
    <Link href={`${base}/${id}` as Route} className="link" lang={lang}>
      {chunks}
    </Link>
  );
  const person = "personId" in finding ? nameOf(items, finding.personId) : "";
  const party =
    "organisationId" in finding
      ? pick(delegations.find((one) => one.organisationId === finding.organisationId)?.name ?? {}, locale)
          .text
      : "";
  const values = {
    first: a.text,
    second: b?.text ?? "",
    room: "room" in finding ? finding.room : "",
    person,
    party,
    gap: "gap" in finding ? finding.gap : 0,
    people: "people" in finding ? finding.people : 0,
    capacity: "capacity" in finding ? finding.capacity : 0,
    a: link(finding.a, langOf(a, locale)),
    b: link("b" in finding ? finding.b : finding.a, b && langOf(b, locale)),
  };
  return (
    <li className="border-rule border-t pt-2 first:border-0 first:pt-0">
      {hard && (
        <Badge tone="danger" className="me-2">
          {t("hard")}
        </Badge>
      )}
      {t.rich(`is.${finding.kind}`, values)} <WayOut finding={finding} zone={zone} />
    </li>
  );
}

function nameOf(items: readonly Item[], personId: string) {
  return items.flatMap((one) => one.people).find((one) => one.id === personId)?.name ?? "";
}

/** What can be done about a finding. */
function WayOut({ finding, zone }: { finding: Finding; zone: string }) {
  const locale = useLocale();
  const t = useTranslations("agenda.findings");
  switch (finding.kind) {
    case "room":
    case "capacity": {
      if (finding.free.length === 0) return t(`wayOut.${finding.kind}None`);
      const list = new Intl.ListFormat(regional(locale), { type: "disjunction" });
      return t(`wayOut.${finding.kind}`, { rooms: list.format(finding.free) });
    }
    case "walking": {
      const earliest = `${formatClock(finding.earliest, zone, locale)} ${zoneName(zone, finding.earliest)}`;
      return t("wayOut.walking", { earliest });
    }
    case "availability": {
      const times = finding.windows.map(({ from, until }) => formatRange(from, until, zone, locale));
      return t("wayOut.availability", { times: times.join("; ") });
    }
    default:
      return t(`wayOut.${finding.kind}`);
  }
}
