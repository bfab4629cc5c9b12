"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { FormAction, FormState } from "@/lib/form";
import { Button } from "../ui/button";
import { keepStars, starForm, starsOf, useStars } from "./stars";

type Answer = FormState<{ items: string[] }>;

type Props = {
  eventId: string;
  link: string;
  /** What is starred behind the link. */
  items: string[];
  action: FormAction<{ items: string[] }>;
};

/** Makes this browser use a private link: its own stars and those of the link become one. */
export function UseLink({ eventId, link, items, action }: Props) {
  const t = useTranslations("myAgenda.link");
  const stars = useStars(eventId);
  const refusals = useTranslations("refusals");
  const [refused, setRefused] = useState<string>();
  const [pending, start] = useTransition();
  if (!stars) return null;
  if (stars.link === link) return <p className="measure text-sm">{t("inUse")}</p>;

  function use() {
    const more = starsOf(eventId).items.filter((id) => !items.includes(id));
    start(async () => {
      const form = starForm({ link, starred: "yes" }, more);
      const sent = more.length > 0 ? await action({}, form).catch(() => ({}) as Answer) : undefined;
      if (sent && !sent.data) return setRefused(sent.serverError?.code ?? "unreachable");
      keepStars(eventId, { items: sent?.data?.items ?? items, link });
      if (sent) window.location.reload();
    });
  }

  return (
    <div className="space-y-2">
      <p className="measure text-sm">{t("hereText")}</p>
      <Button onClick={use} disabled={pending}>
        {t("here")}
      </Button>
      {refused && (
        <p role="alert" className="text-danger text-sm">
          {refusals(refused as "unreachable")}
        </p>
      )}
    </div>
  );
}
