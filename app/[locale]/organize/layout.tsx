import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { organizer } from "@/app/_request/actor";
import { signOutAction } from "@/app/_request/sign-out";
import { ClientMessages } from "@/components/layout/client-messages";
import { CommandPalette } from "@/components/layout/command-palette";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { SkipLink } from "@/components/layout/skip-link";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { UserMenu } from "@/components/layout/user-menu";
import { type Room, WorkspaceMenu } from "@/components/layout/workspace-menu";
import { type Action, can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { jumpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const [t, { acronym }] = await Promise.all([getTranslations("workspace"), groupProfile()]);
  const title = `${t("title")} · ${acronym}`;
  return { title: { template: `%s · ${title}`, default: title }, robots: { index: false } };
}

/** What one must be allowed to do to be shown a room; the room itself asks again. */
const keys: Record<Room, Action> = {
  dashboard: "workspace.enter",
  events: "workspace.enter",
  statements: "statement.list",
  commitments: "commitment.list",
  members: "organisation.edit",
  accessions: "accession.list",
  people: "person.edit",
  announcements: "announcement.list",
  releases: "release.list",
  media: "media.add",
  press: "press-list.edit",
  mails: "mail.list",
  team: "team.list",
  privacy: "privacy.report",
  history: "history.read",
  webhooks: "webhook.edit",
  settings: "group.edit",
};

const namespaces = [
  "accessions",
  "application",
  "releases",
  "media",
  "subscriptions",
  "webhooks",
  "periods",
  "workspace",
  "events",
  "agenda",
  "live",
  "speakers",
  "runOfShow",
  "papers",
  "minutes",
  "participations",
  "positions",
  "press",
  "participantList",
  "figures",
  "delegations",
  "imports",
  "places",
  "invitations",
  "registration",
  "questions",
  "answers",
  "statements",
  "negotiation",
  "procedures",
  "errata",
  "commitments",
  "organisations",
  "members",
  "people",
  "announcements",
  "mails",
  "privacy",
  "mailing",
  "history",
  "group",
  "team",
  "dashboard",
  "badges",
  "door",
] as const;

/** The secretariat's workspace: dense, quick, every room in sight. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await organizer();
  const [locale, group, t, layout] = await Promise.all([
    getLocale(),
    groupProfile(),
    getTranslations("workspace"),
    getTranslations("layout"),
  ]);
  const open = (Object.keys(keys) as Room[]).filter((room) => can(actor, keys[room]));
  const rooms = open.map((room) => ({
    href: `/${locale}/organize${room === "dashboard" ? "" : `/${room}`}`,
    text: t(`rooms.${room}`),
  }));
  return (
    <ClientMessages namespaces={namespaces}>
      <SkipLink>{layout("skip")}</SkipLink>
      <header className="border-rule border-b bg-surface print:hidden">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 lg:px-6">
          <Link href={`/${locale}/organize`} className="me-auto font-semibold font-serif text-lg">
            {group.acronym}
          </Link>
          <CommandPalette find={jumpAction} rooms={rooms} />
          <ThemeSwitch label={t("theme")} />
          <LanguageSwitch locale={locale} label={layout("language")} />
          <Link href={`/${locale}`} className="link hidden text-sm sm:inline">
            {t("publicSite")}
          </Link>
          <UserMenu name={actor.name} role={actor.role} locale={locale} signOut={signOutAction} />
        </div>
      </header>
      <div className="lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
        <div className="lg:min-h-[calc(100dvh-3.5rem)] lg:border-rule lg:border-e lg:px-3 lg:py-5">
          <WorkspaceMenu locale={locale} open={open} />
        </div>
        <main id="content" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none lg:px-8">
          {children}
        </main>
      </div>
    </ClientMessages>
  );
}
