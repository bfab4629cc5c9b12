"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "../ui/cn";

type Props = { label: string; tabs: { href: string; text: string }[] };

/** The pages of one thing, side by side; the one that is open is marked. */
export function Tabs({ label, tabs }: Props) {
  const path = usePathname();
  const open = tabs.filter((tab) => path === tab.href || path.startsWith(`${tab.href}/`)).at(-1)?.href;
  return (
    <nav aria-label={label} className="relative mb-6 overflow-x-auto border-rule border-b print:hidden">
      <ul className="flex gap-x-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href as Route}
              aria-current={tab.href === open ? "page" : undefined}
              className={cn(
                "inline-block whitespace-nowrap border-b-2 px-0.5 py-2 text-sm",
                tab.href === open
                  ? "border-accent font-medium"
                  : "border-transparent text-muted hover:text-ink",
              )}
            >
              {tab.text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
