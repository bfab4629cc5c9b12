"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import type { FormAction, FormState } from "@/lib/form";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { keepStars, starForm, useStars } from "./stars";

type Saved = { token: string; items: string[] };
type Props = { eventId: string; event: string; home: string; keptDays: number; action: FormAction<Saved> };

/** Saves the stars of this browser behind a new private link, and goes there; where there is one, leads to it. */
export function SaveStars({ eventId, event, home, keptDays, action }: Props) {
  const t = useTranslations("myAgenda.save");
  const refusals = useTranslations("refusals");
  const stars = useStars(eventId);
  const [refused, setRefused] = useState<FormState["serverError"]>();
  const [pending, start] = useTransition();
  if (!stars) return null;
  const page = (link: string) => `${home}/my/${link}`;
  if (stars.link) {
    return (
      <div className="space-y-2 text-sm">
        <p className="measure">{t("kept")}</p>
        <a className="link" href={page(stars.link)}>
          {t("open")}
        </a>
      </div>
    );
  }
  if (stars.items.length === 0) return null;

  function save(submitted: FormEvent) {
    submitted.preventDefault();
    start(async () => {
      try {
        const { data, serverError } = await action({}, starForm({ event }, stars?.items ?? []));
        setRefused(data ? undefined : (serverError ?? { code: "unexpected" }));
        if (!data) return;
        keepStars(eventId, { items: data.items, link: data.token });
        window.location.assign(page(data.token));
      } catch {
        setRefused({ code: "unreachable" });
      }
    });
  }

  return (
    <form onSubmit={save} className="space-y-3">
      <p className="measure text-sm">{t("text", { days: keptDays })}</p>
      {refused && (
        <Notice tone="danger">
          <p role="alert">{refusals(refused.code as "unexpected", refused.details)}</p>
        </Notice>
      )}
      <Button type="submit" look="primary" disabled={pending}>
        {t("button")}
      </Button>
    </form>
  );
}
