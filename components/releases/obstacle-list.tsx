"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Obstacle } from "@/domain/releases/rules";
import { pick } from "@/lib/i18n/pick";
import { useObstacleText } from "./obstacle-text";
import type { Item } from "./types";

/** Everything that stands in the way of a release, each with the thing it is about. */
export function ObstacleList({
  obstacles,
  items,
}: {
  obstacles: readonly Obstacle[];
  items: readonly Item[];
}) {
  const line = useObstacleLine(items);
  return (
    <ul className="list-disc space-y-1 ps-5">
      {obstacles.map((one) => (
        <li key={`${one.itemId} ${one.code}`} className="break-words">
          {line(one)}
        </li>
      ))}
    </ul>
  );
}

/** An obstacle in words, with its thing. */
export function useObstacleLine(items: readonly Item[]): (one: Obstacle) => string {
  const locale = useLocale();
  const t = useTranslations("releases");
  const enums = useTranslations("enums");
  const text = useObstacleText();
  return ({ itemId, code }) => {
    const item = items.find((one) => one.id === itemId);
    if (!item) return text(code);
    const name = pick(item.title, locale).text || enums(`releaseItemKind.${item.kind}`);
    const language = item.locale ? ` (${enums(`locale.${item.locale}`)})` : "";
    return t("obstacle", { title: `${name}${language}`, obstacle: text(code) });
  };
}
