import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { inert, JsonLd } from "@/components/seo/json-ld";
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

test("a description is cut between words", () => {
  expect(shortened("one two  three\nfour", 12)).toBe("one two…");
  expect(shortened("short")).toBe("short");
});
