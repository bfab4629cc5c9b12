"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Guest } from "@/domain/check-ins/rules";
import { formatClock } from "@/lib/time";
import { Button } from "../ui/button";
import { Section } from "../ui/section";
import type { Door } from "./use-door";

type Props = { door: Door; zone: string; onShow: (guest: Guest) => void };

/** What did not go together today, at every door, and what the server did not take from this one. Nothing is hidden. */
export function ConflictsList({ door, zone, onShow }: Props) {
  const t = useTranslations("door");
  const locale = useLocale();
  const { known, refused } = door;
  const conflicts = known?.now?.conflicts ?? [];
  if (conflicts.length + refused.length === 0) return null;
  const guest = (id: string | null) => known?.list.guests.find((one) => one.id === id);
  const clock = (at: string) => formatClock(new Date(at), zone, locale);
  return (
    <Section title={t("conflictsTitle", { count: conflicts.length + refused.length })}>
      <ul className="text-sm">
        {refused.map((one) => (
          <li
            key={one.nonce}
            className="flex items-start justify-between gap-4 border-rule border-t py-2.5 first:border-t-0"
          >
            <span>
              <strong className="font-medium">{t("notTaken")}</strong> {t(`refused.${one.why || "unknown"}`)}
              <span className="block text-muted tabular-nums">
                {[clock(one.at), guest(one.participationId)?.name].filter(Boolean).join(" · ")}
              </span>
            </span>
            <Button size="small" onClick={() => door.dismiss(one.nonce)}>
              {t("seen")}
            </Button>
          </li>
        ))}
        {conflicts.map((one) => {
          const person = guest(one.id);
          return (
            <li
              key={one.nonce}
              className="flex items-start justify-between gap-4 border-rule border-t py-2.5 first:border-t-0"
            >
              <span>
                <strong className="font-medium">{one.name}</strong>: {t(`conflicts.${one.conflict}`)}
                <span className="block text-muted tabular-nums">
                  {[clock(one.at), one.device].filter(Boolean).join(" · ")}
                </span>
              </span>
              {person && (
                <Button size="small" onClick={() => onShow(person)}>
                  {t("show")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
