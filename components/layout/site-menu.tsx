"use client";

import { Menu } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";

export type MenuEntry = { href: string; label: string };

/** The places of a surface. On a narrow page they fold into a menu that opens without any script. */
export function SiteMenu({ entries, label, menu }: { entries: MenuEntry[]; label: string; menu: string }) {
  const path = usePathname();
  const links = (className: string) =>
    entries.map(({ href, label: place }) => {
      const here = path === href || path.startsWith(`${href}/`);
      return (
        <li key={href}>
          <Link
            href={href as "/"}
            aria-current={here ? (path === href ? "page" : "true") : undefined}
            className={className}
          >
            {place}
          </Link>
        </li>
      );
    });
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="hidden gap-x-7 md:flex">
        {links(
          "block border-transparent border-b-2 py-3 text-sm hover:border-edge aria-[current]:border-accent aria-[current]:text-accent",
        )}
      </ul>
      {/* A new key on every page: the menu of the page one comes from does not stay open. */}
      <details key={path} className="group md:hidden">
        <summary className="flex min-h-11 list-none items-center gap-2 py-2 text-sm">
          <Menu aria-hidden className="size-5" />
          {menu}
        </summary>
        <ul className="border-rule border-t pb-3">
          {links("block border-rule border-b py-3 aria-[current]:font-medium aria-[current]:text-accent")}
        </ul>
      </details>
    </nav>
  );
}
