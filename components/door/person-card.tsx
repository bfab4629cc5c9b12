"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ParticipationClass } from "@/db/enums";
import type { Guest } from "@/domain/check-ins/rules";
import { formatClock } from "@/lib/time";
import { StatusBadge } from "../status-badge";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { Notice } from "../ui/notice";

/** The colours of the bands of the badges. */
const bands: Record<ParticipationClass, string> = {
  head: "bg-class-head",
  delegate: "bg-class-delegate",
  adviser: "bg-class-adviser",
  speaker: "bg-class-speaker",
  observer: "bg-class-observer",
  press: "bg-class-press",
  interpreter: "bg-class-interpreter",
  security: "bg-class-security",
  staff: "bg-class-staff",
};

type Props = {
  guest: Guest;
  zones: string;
  zone: string;
  since: Date | undefined;
  /** Why they are not let in as they are. */
  obstacle: "void_badge" | "not_approved" | null;
  /** The address of their picture, where there is one and a network to fetch it by. */
  photo: string | null;
  onNote: (kind: "in" | "undo") => Promise<void>;
  /** More about them, where the network tells. */
  children?: ReactNode;
};

/** One person at the door: who they are, where they may go, whether they are in, and the one thing to do about it. */
export function PersonCard({ guest, zones, zone, since, obstacle, photo, onNote, children }: Props) {
  const t = useTranslations("door");
  const classes = useTranslations("enums.participationClass");
  const locale = useLocale();
  const [pending, setPending] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const press = async (kind: "in" | "undo") => {
    setPending(true);
    await onNote(kind);
    setPending(false);
  };
  return (
    <section aria-labelledby="person" className="border border-edge bg-surface">
      <p className={cn("px-4 py-2.5 font-medium text-on-class uppercase tracking-wide", bands[guest.class])}>
        {classes(guest.class)}
      </p>
      <div className="space-y-4 p-4">
        <div className="flex gap-4">
          {photo && (
            // biome-ignore lint/performance/noImgElement: a private picture, fetched as it is.
            <img src={photo} alt="" className="size-24 shrink-0 object-cover" />
          )}
          <div className="min-w-0 space-y-1">
            <h2 id="person" ref={heading} tabIndex={-1} className="text-2xl outline-none">
              {guest.name}
            </h2>
            <p className="text-lg">{guest.delegation}</p>
            {zones && (
              <p>
                {t("zones")}: <strong className="font-medium">{zones}</strong>
              </p>
            )}
          </div>
        </div>
        {children}
        <div role="status" className="space-y-3">
          {obstacle && <Notice tone="danger" title={t(`obstacles.${obstacle}`)} />}
          {since && (
            <p>
              <StatusBadge of="participationState" state="checked_in">
                {t("since", { time: formatClock(since, zone, locale) })}
              </StatusBadge>
            </p>
          )}
        </div>
        {since ? (
          <Button className="min-h-12 w-full" disabled={pending} onClick={() => press("undo")}>
            {t("undo")}
          </Button>
        ) : (
          !obstacle && (
            <Button
              look="primary"
              className="min-h-14 w-full text-base"
              disabled={pending}
              onClick={() => press("in")}
            >
              {t("checkIn")}
            </Button>
          )
        )}
      </div>
    </section>
  );
}
