import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "../ui/cn";

/** The two ways of looking at the draft. */
export function ViewSwitch({ base, list }: { base: string; list: boolean }) {
  const t = useTranslations("agenda.view");
  const views = [
    { href: base, text: t("grid"), open: !list },
    { href: `${base}?view=list`, text: t("list"), open: list },
  ];
  return (
    <nav aria-label={t("label")}>
      <ul className="flex">
        {views.map(({ href, text, open }) => (
          <li key={href}>
            <Link
              href={href as Route}
              aria-current={open ? "page" : undefined}
              className={cn(
                "inline-block border px-4 py-2 text-sm no-underline",
                open ? "border-accent bg-accent-soft font-medium" : "border-edge hover:bg-sunken",
              )}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
