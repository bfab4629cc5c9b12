import "server-only";
import type { Release } from "@/components/releases/types";
import type { OrganizerRelease } from "@/domain/releases/queries";

const rooms: Partial<Record<OrganizerRelease["items"][number]["kind"], string>> = {
  membership: "organisations",
  announcement: "announcements",
  statement: "statements",
  event: "events",
  agenda: "events",
};

/** A release as its page shows it, each thing with where the workspace shows it. */
export function shownRelease(release: OrganizerRelease, locale: string): Release {
  const { id, revision, title, state, zone, scheduledFor, obstacles } = release;
  const items = release.items.map((item) => {
    const room = rooms[item.kind];
    const end = item.kind === "agenda" ? "/agenda/releases" : "";
    const href = room && item.aboutId ? `/${locale}/organize/${room}/${item.aboutId}${end}` : null;
    const { kind, locale: language, number, newer, audience, subject, body } = item;
    return {
      id: item.id,
      kind,
      locale: language,
      title: item.title,
      number,
      newer,
      audience,
      subject,
      body,
      href,
    };
  });
  return { id, revision, title, state, zone, scheduledFor, obstacles, items };
}
