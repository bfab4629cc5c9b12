"use client";

import { CloudOff, Wifi } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatClock } from "@/lib/time";
import { Notice } from "../ui/notice";
import type { Door } from "./use-door";

type Props = { door: Door; present: number; zone: string; signIn: string };

/** How the door stands: how many are in, and whether the server answers; if not, what cannot be known meanwhile. */
export function StateBar({ door, present, zone, signIn }: Props) {
  const t = useTranslations("door");
  const locale = useLocale();
  const { known, offlineSince, queue, trouble, ready } = door;
  const clock = (at: Date | string) => formatClock(new Date(at), zone, locale);
  const fetchedAt = known?.list.fetchedAt;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p role="status" className="text-lg tabular-nums">
          {known && t("inOf", { present, expected: known.now?.expected ?? known.list.guests.length })}
        </p>
        <p className="flex items-center gap-1.5 text-sm">
          {offlineSince ? (
            <CloudOff aria-hidden className="size-4" />
          ) : (
            <Wifi aria-hidden className="size-4" />
          )}
          {offlineSince ? t("offlineSince", { time: clock(offlineSince) }) : t("online")}
        </p>
      </div>
      <div role="status" className="space-y-3 empty:hidden">
        {queue.length > 0 && <Notice tone="info" title={t("waiting", { count: queue.length })} />}
        {offlineSince && fetchedAt && (
          <Notice tone="warning" title={t("alone", { time: clock(fetchedAt) })}>
            <ul className="list-disc ps-5">
              <li>{t("cannot.changes")}</li>
              <li>{t("cannot.badges")}</li>
              <li>{t("cannot.doors")}</li>
            </ul>
          </Notice>
        )}
        {offlineSince && !known && ready && <Notice tone="danger" title={t("knowsNobody")} />}
        {trouble && (
          <Notice tone="danger" title={t(`trouble.${trouble}`)}>
            {trouble === "signed_out" && (
              <a className="link" href={signIn}>
                {t("signIn")}
              </a>
            )}
          </Notice>
        )}
      </div>
    </div>
  );
}
