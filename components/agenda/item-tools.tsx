import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/lib/form";
import { buttonLook } from "../ui/button";
import { Star } from "./star";

/** What the tools of an item need to know of its event. */
export type StarTools = { eventId: string; home: string; action: FormAction<{ items: string[] }> };

/** Beside an item of the public agenda: the star, and its calendar file, which needs no script. */
export function ItemTools({ id, title, tools }: { id: string; title: string; tools: StarTools }) {
  const t = useTranslations("myAgenda");
  const file = t("calendarFile", { title });
  return (
    <div className="absolute end-0 top-2 flex print:hidden">
      <Star
        eventId={tools.eventId}
        itemId={id}
        label={t("star", { title })}
        failed={t("save.failed")}
        action={tools.action}
      />
      <a
        href={`${tools.home}/agenda/${id}.ics`}
        className={buttonLook({ look: "quiet", size: "icon" })}
        aria-label={file}
        title={file}
      >
        <CalendarPlus aria-hidden className="text-muted" />
      </a>
    </div>
  );
}
