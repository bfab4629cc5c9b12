"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatClock } from "@/lib/time";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import type { Door } from "./use-door";

type Props = {
  door: Door;
  zone: string;
  device: string;
  onName: (device: string) => void;
};

/** This device: what it is called, what it knows and for how long, and making it forget. */
export function DevicePanel({ door, zone, device, onName }: Props) {
  const t = useTranslations("door");
  const locale = useLocale();
  const { known, installed, queue } = door;
  return (
    <details className="border-rule border-t pt-4">
      <summary className="font-medium text-sm">{t("device.title")}</summary>
      <div className="mt-4 space-y-4 text-sm">
        <div className="space-y-1">
          <label htmlFor="device" className="block font-medium">
            {t("device.name")}
          </label>
          <Input
            id="device"
            value={device}
            maxLength={60}
            aria-describedby="device-help"
            onChange={(event) => onName(event.target.value)}
          />
          <p id="device-help" className="text-muted">
            {t("device.nameHelp")}
          </p>
        </div>
        {known && (
          <p>
            {t("device.knows", {
              count: known.list.guests.length,
              time: formatClock(new Date(known.list.fetchedAt), zone, locale),
            })}
          </p>
        )}
        {installed !== null && <p>{installed ? t("device.offlineReady") : t("device.offlineNot")}</p>}
        <p className="text-muted">{t("device.forgets")}</p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => door.sync()}>{t("device.sync")}</Button>
          <Button look="danger" onClick={() => door.forget()}>
            {t("device.forget")}
          </Button>
        </div>
        {queue.length > 0 && <p>{t("device.unsentStays", { count: queue.length })}</p>}
      </div>
    </details>
  );
}
