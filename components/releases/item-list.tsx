"use client";

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { obstaclesOf } from "@/domain/releases/rules";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { Badge } from "../ui/badge";
import { ItemWords, RemoveItem, RenewItem } from "./item-tools";
import { useObstacleText } from "./obstacle-text";
import type { Item, Release } from "./types";

type Props = {
  release: Release;
  /** Absent where what it holds is fixed. */
  actions?: { edit: FormAction; remove: FormAction; renew: FormAction };
};

/** What a release holds, each thing with what stands in its way. */
export function ItemList({ release, actions }: Props) {
  return (
    <ol>
      {release.items.map((item) => (
        <li key={item.id} className="space-y-3 border-rule border-t py-3 first:border-t-0">
          <ItemLine item={item} obstacles={obstaclesOf(release.obstacles, item.id)} />
          {actions && (
            <div className="flex flex-wrap items-start gap-2">
              {item.newer && <RenewItem release={release} item={item} action={actions.renew} />}
              {item.kind !== "membership" && item.kind !== "event" && (
                <ItemWords key={release.revision} release={release} item={item} action={actions.edit} />
              )}
              <RemoveItem release={release} item={item} action={actions.remove} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function ItemLine({ item, obstacles }: { item: Item; obstacles: string[] }) {
  const locale = useLocale();
  const t = useTranslations("releases");
  const enums = useTranslations("enums");
  const text = useObstacleText();
  const title = pick(item.title, locale);
  const name = (
    <span lang={langOf(title, locale)}>{title.text || enums(`releaseItemKind.${item.kind}`)}</span>
  );
  const about = [
    item.locale && enums(`locale.${item.locale}`),
    item.number !== null && t("revision", { number: item.number }),
    item.audience && `${t("audience")}: ${enums(`releaseAudience.${item.audience}`)}`,
  ].filter(Boolean);
  return (
    <div className="min-w-0 space-y-1 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Badge>{enums(`releaseItemKind.${item.kind}`)}</Badge>
        <span className="min-w-0 break-words font-medium">
          {item.href ? (
            <Link className="link-quiet" href={item.href as Route}>
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
        <span className="text-muted">{about.join(" · ")}</span>
      </p>
      {item.newer && <p className="text-warning">{t(item.kind === "agenda" ? "newerDraft" : "newer")}</p>}
      {obstacles.map((code) => (
        <p key={code} className="text-danger">
          {text(code)}
        </p>
      ))}
    </div>
  );
}
