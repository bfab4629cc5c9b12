import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import type { Conflict } from "@/domain/agenda/rules";
import { pick } from "@/lib/i18n/pick";
import { Notice } from "../ui/notice";

type Item = { id: string; title: Localized; people: { id: string; name: string }[] };

/** Every conflict by name: which two items, and over what. */
export function ConflictList({ conflicts, items }: { conflicts: Conflict[]; items: Item[] }) {
  const locale = useLocale();
  const t = useTranslations("agenda");
  if (conflicts.length === 0) return null;
  const item = (id: string) => items.find((one) => one.id === id);
  const title = (id: string) => pick(item(id)?.title ?? {}, locale).text;
  return (
    <Notice tone="warning" title={t("conflicts", { count: conflicts.length })} className="mb-6">
      <ul className="list-disc ps-5">
        {conflicts.map((conflict) => {
          const a = title(conflict.a);
          if (conflict.kind === "outside") return <li key={`o${conflict.a}`}>{t("outside", { a })}</li>;
          const b = title(conflict.b);
          const key = `${conflict.a}${conflict.b}${conflict.kind === "room" ? "" : conflict.personId}`;
          if (conflict.kind === "room")
            return <li key={key}>{t("sameRoom", { a, b, room: conflict.room })}</li>;
          const person = item(conflict.a)?.people.find((one) => one.id === conflict.personId)?.name ?? "";
          return <li key={key}>{t("samePerson", { a, b, person })}</li>;
        })}
      </ul>
    </Notice>
  );
}
