import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { eventThing } from "@/app/[locale]/(public)/events/[slug]/thing";
import { inert, JsonLd } from "@/components/seo/json-ld";
import type { HostRole } from "@/db/enums";
import type { PublicEvent } from "@/domain/events/queries";
import { pageMetadata, shortened } from "@/lib/seo";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://127.0.0.1/none",
    AUTH_SECRET: "a secret for tests only, long enough for everybody",
    BASE_URL: "https://plenary.example.org",
    MAIL_FROM: "Plenary <plenary@example.org>",
    SMTP_URL: "smtp://127.0.0.1:9",
  });
});

const page = { title: "Japan joins", path: "/news/japan-joins" };

describe("a page's true address", () => {
  test("is its own where its text is in the language of the page, and its twins are named with it", () => {
    const { alternates } = pageMetadata({ ...page, locale: "sv", publishedLocales: ["sv", "en"] });
    expect(alternates?.canonical).toBe("https://plenary.example.org/sv/news/japan-joins");
    expect(alternates?.languages).toEqual({
      en: "https://plenary.example.org/en/news/japan-joins",
      sv: "https://plenary.example.org/sv/news/japan-joins",
      "x-default": "https://plenary.example.org/en/news/japan-joins",
    });
  });

  test("is that of the original where only the original is public, and no twin is named", () => {
    const { alternates, openGraph } = pageMetadata({ ...page, locale: "en", publishedLocales: ["sv"] });
    expect(alternates?.canonical).toBe("https://plenary.example.org/sv/news/japan-joins");
    expect(alternates?.languages).toBeUndefined();
    expect(openGraph).toMatchObject({ locale: "sv_SE", alternateLocale: [] });
  });
});

describe("JSON-LD", () => {
  const hostile = "</script><script>alert(1)</script><!-- & \u2028";

  test("cannot be ended by what it says", () => {
    const html = renderToStaticMarkup(<JsonLd thing={{ "@type": "NewsArticle", headline: hostile }} />);
    expect(html.match(/<\/?script/g)).toEqual(["<script", "</script"]);
    expect(html).not.toContain("<!--");
    const json = html.replace(/^<script[^>]*>|<\/script>$/g, "");
    expect(JSON.parse(json).headline).toBe(hostile);
  });

  test("says the same as the plain JSON", () => {
    expect(JSON.parse(inert({ a: hostile }))).toEqual({ a: hostile });
  });
});

test("a page that is shared has a picture, by its whole address", () => {
  expect(pageMetadata({ ...page, locale: "en" }).openGraph?.images).toEqual([
    { url: "https://plenary.example.org/opengraph-image.png", width: 1200, height: 630 },
  ]);
});

test("a page with a picture of its own names it in the language of its text, with what is on it", () => {
  const shared = { ...page, locale: "en", publishedLocales: ["sv"], picture: "Japan går med" } as const;
  expect(pageMetadata(shared).openGraph?.images).toMatchObject([
    { url: "https://plenary.example.org/sv/news/japan-joins/share.png", alt: "Japan går med" },
  ]);
  expect(pageMetadata(shared).twitter).toMatchObject({ card: "summary_large_image" });
});

describe("an event in the words of schema.org", () => {
  const host = (role: HostRole, name: string): PublicEvent["hosts"][number] => ({
    organisationId: name,
    role,
    name: { en: name },
    kind: "country",
    country: null,
  });
  const event = {
    slug: "summit",
    title: { en: "Summit", sv: "Toppmöte" },
    summary: {},
    startsAt: new Date("2026-06-10T07:00:00Z"),
    endsAt: new Date("2026-06-11T15:00:00Z"),
    zone: "Europe/Stockholm",
    allDay: false,
    format: "hybrid",
    venue: "City Hall",
    city: { en: "Stockholm" },
    country: "SE",
    cancelledAt: null,
    hosts: [host("host", "Sweden"), host("co_host", "India"), host("supporter", "A Forum")],
  } as unknown as PublicEvent;

  test("tells its times where it is held, and names who hosts it but not who supports it", () => {
    expect(eventThing(event, "sv")).toMatchObject({
      name: "Toppmöte",
      startDate: "2026-06-10T09:00:00+02:00",
      endDate: "2026-06-11T17:00:00+02:00",
      organizer: [{ name: "Sweden" }, { name: "India" }],
      location: [{ "@type": "Place", name: "City Hall" }, { "@type": "VirtualLocation" }],
      eventStatus: "https://schema.org/EventScheduled",
    });
  });

  test("tells days alone where only they are known", () => {
    expect(eventThing({ ...event, allDay: true }, "en")).toMatchObject({
      startDate: "2026-06-10",
      endDate: "2026-06-11",
    });
  });
});

test("a description is cut between words", () => {
  expect(shortened("one two  three\nfour", 12)).toBe("one two…");
  expect(shortened("short")).toBe("short");
});
