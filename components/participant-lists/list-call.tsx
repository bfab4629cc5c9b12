import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Time } from "../time";

type Props = { list: { entries: number; publishedAt: Date }; zone: string; href: string };

/** The way from an event to its public list of participants: how many it names, and of when it is. */
export function ListCall({ list, zone, href }: Props) {
  const t = useTranslations("participantList");
  return (
    <p className="text-sm">
      <Link className="link" href={href as Route}>
        {t("read", { count: list.entries })}
      </Link>{" "}
      <span className="text-muted">
        {t("asOf")} <Time at={list.publishedAt} zone={zone} />
      </span>
    </p>
  );
}
