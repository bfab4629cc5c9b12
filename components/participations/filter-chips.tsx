import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { query } from "@/lib/list";

type Props = {
  /** The filters that are set: the part of the address, and what it says in words. */
  chips: readonly { name: string; text: string }[];
  current: Record<string, string | undefined>;
};

/** What the list is narrowed to, each with the way to drop it. */
export function FilterChips({ chips, current }: Props) {
  const t = useTranslations("participations.filter");
  if (chips.length === 0) return null;
  const without = (names: string[]) =>
    query(current, Object.fromEntries(names.map((name) => [name, undefined])));
  return (
    <ul aria-label={t("active")} className="mb-4 flex flex-wrap items-center gap-2 text-sm print:hidden">
      {chips.map((chip) => (
        <li key={chip.name}>
          <Link
            href={without([chip.name]) as never}
            className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-edge bg-surface px-3 hover:bg-sunken"
          >
            {chip.text}
            <X aria-hidden className="size-3.5" />
            <span className="sr-only">{t("drop")}</span>
          </Link>
        </li>
      ))}
      <li>
        <Link href={without(["q", ...chips.map((chip) => chip.name)]) as never} className="link">
          {t("dropAll")}
        </Link>
      </li>
    </ul>
  );
}
