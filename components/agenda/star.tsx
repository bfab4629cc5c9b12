"use client";

import { Star as StarIcon } from "lucide-react";
import { startTransition, useState } from "react";
import type { FormAction } from "@/lib/form";
import { Button } from "../ui/button";
import { keepStars, starForm, starsOf, useStars } from "./stars";

type Props = {
  eventId: string;
  itemId: string;
  label: string;
  failed: string;
  /** Saves the star behind the private link of this browser, where it has one. */
  action: FormAction<{ items: string[] }>;
};

/** Stars an item, or takes the star away: in this browser at once, then behind its private link. Absent without script. */
export function Star({ eventId, itemId, label, failed, action }: Props) {
  const stars = useStars(eventId);
  const [unsaved, setUnsaved] = useState(false);
  if (!stars) return null;
  const starred = stars.items.includes(itemId);

  function toggle() {
    const { items, link } = starsOf(eventId);
    const next = starred ? items.filter((id) => id !== itemId) : [...items, itemId];
    keepStars(eventId, { items: next, link });
    if (!link) return;
    startTransition(async () => {
      try {
        const state = await action({}, starForm({ link, starred: starred ? "no" : "yes" }, [itemId]));
        if (state.data) keepStars(eventId, { items: state.data.items, link });
        // The link was revoked on another device: the stars stay here.
        else if (state.serverError?.code === "not_found") keepStars(eventId, { items: next });
        setUnsaved(!state.data && state.serverError?.code !== "not_found");
      } catch {
        setUnsaved(true);
      }
    });
  }

  return (
    <>
      <Button
        look="quiet"
        size="icon"
        aria-pressed={starred}
        aria-label={label}
        title={label}
        onClick={toggle}
      >
        <StarIcon aria-hidden className={starred ? "fill-accent text-accent" : "text-muted"} />
      </Button>
      <span role="status" className="absolute end-0 top-full z-10 w-48 text-danger text-xs">
        {unsaved && failed}
      </span>
    </>
  );
}
