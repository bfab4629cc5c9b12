"use client";

import {
  Building2,
  CalendarDays,
  DoorOpen,
  Handshake,
  History,
  Image,
  LayoutDashboard,
  type LucideIcon,
  Mail,
  Megaphone,
  Menu,
  Newspaper,
  Rocket,
  ScrollText,
  Settings,
  ShieldCheck,
  Users,
  UsersRound,
  Webhook,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Locale } from "@/db/enums";

/** The rooms of the workspace, in the order of the menu, each with its address and icon. */
const rooms = {
  dashboard: { path: "", icon: LayoutDashboard },
  events: { path: "/events", icon: CalendarDays },
  statements: { path: "/statements", icon: ScrollText },
  commitments: { path: "/commitments", icon: Handshake },
  members: { path: "/members", icon: Building2 },
  accessions: { path: "/accessions", icon: DoorOpen },
  people: { path: "/people", icon: Users },
  announcements: { path: "/announcements", icon: Newspaper },
  releases: { path: "/releases", icon: Rocket },
  media: { path: "/media", icon: Image },
  press: { path: "/press", icon: Megaphone },
  mails: { path: "/mails", icon: Mail },
  team: { path: "/team", icon: UsersRound },
  privacy: { path: "/privacy", icon: ShieldCheck },
  history: { path: "/history", icon: History },
  webhooks: { path: "/webhooks", icon: Webhook },
  settings: { path: "/settings", icon: Settings },
} satisfies Record<string, { path: string; icon: LucideIcon }>;

export type Room = keyof typeof rooms;

/** The workspace's menu: a column beside the page, or folded above it where the page is narrow. */
export function WorkspaceMenu({ locale, open }: { locale: Locale; open: readonly Room[] }) {
  const t = useTranslations("workspace");
  const path = usePathname();
  const folded = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes at every new page.
  useEffect(() => folded.current?.removeAttribute("open"), [path]);

  const list = (
    <ul className="space-y-0.5">
      {open.map((room) => {
        const { path: end, icon: Icon } = rooms[room];
        const href = `/${locale}/organize${end}`;
        const here = path === href || (end !== "" && path.startsWith(`${href}/`));
        return (
          <li key={room}>
            <Link
              href={href as "/"}
              aria-current={here ? (path === href ? "page" : "true") : undefined}
              className="flex items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-sm hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
            >
              <Icon aria-hidden className="size-4 shrink-0" />
              {t(`rooms.${room}`)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
  return (
    <nav aria-label={t("menuLabel")} className="print:hidden">
      <div className="hidden lg:block">{list}</div>
      <details ref={folded} className="border-rule border-b lg:hidden">
        <summary className="flex min-h-11 list-none items-center gap-2 px-2.5 text-sm">
          <Menu aria-hidden className="size-5" />
          {t("menu")}
        </summary>
        <div className="pb-2">{list}</div>
      </details>
    </nav>
  );
}
