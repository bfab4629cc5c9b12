import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/lib/form";
import { StatusBadge } from "../status-badge";
import { Section } from "../ui/section";
import { ObstacleList } from "./obstacle-list";
import { PublishStep } from "./release-steps";
import type { Release } from "./types";

type Props = {
  releases: (Release & { item: string })[];
  /** Absent for whoever may look and not press. */
  action?: FormAction;
};

/** The releases whose button stands at items of this event: each with its button, or what stands in the way. */
export function ReleaseNow({ releases, action }: Props) {
  const locale = useLocale();
  const t = useTranslations("releases");
  if (releases.length === 0) return null;
  return (
    <Section title={t("live.title")}>
      <ul className="space-y-4">
        {releases.map((release) => (
          <li key={`${release.id} ${release.revision}`} className="space-y-2 text-sm">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <Link
                className="link-quiet min-w-0 break-words font-medium"
                href={`/${locale}/organize/releases/${release.id}` as Route}
              >
                {release.title}
              </Link>
              <StatusBadge of="releaseState" state={release.state} />
              <span className="text-muted">
                {release.item} · {t("count", { count: release.items.length })}
              </span>
            </p>
            {release.obstacles.length > 0 ? (
              <ObstacleList obstacles={release.obstacles} items={release.items} />
            ) : (
              action && <PublishStep release={release} action={action} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
