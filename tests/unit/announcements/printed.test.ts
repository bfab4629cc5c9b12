import { expect, test } from "vitest";
import { plainAnnouncement, printedAnnouncement } from "@/app/_request/printed-announcement";
import type { RichBody } from "@/domain/announcements/text/rules";

const text = (words: string, marks?: object[]) => ({ type: "text", text: words, ...(marks && { marks }) });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const piece = (content: object[]) => ({
  locale: "sv" as const,
  title: "Japan ansluter",
  lead: "I korthet.",
  body: { type: "doc", content } as RichBody,
  pressContact: "press@example.org",
  speakers: [],
  day: "2022-06-01",
  address: "https://x.example/sv/news/japan",
  group: { name: { sv: "Gruppen", en: "The group" }, boilerplate: { sv: "Om oss." }, acronym: "G" },
  madeAt: new Date("2022-06-01T10:00:00Z"),
});

test("an announcement is printed node by node, whole, in the language of its text", () => {
  const plain = plainAnnouncement(
    piece([
      { type: "heading", attrs: { level: 2 }, content: [text("Bakgrund")] },
      paragraph(text("Ett "), text("ord", [{ type: "bold" }])),
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [
          {
            type: "listItem",
            content: [
              paragraph(text("stål")),
              { type: "bulletList", content: [{ type: "listItem", content: [paragraph(text("malm"))] }] },
            ],
          },
        ],
      },
      {
        type: "blockquote",
        attrs: { personId: null, speaker: "Anna Ek", office: "minister" },
        content: [paragraph(text("Vi är glada."))],
      },
      {
        type: "factBox",
        attrs: { title: "Fakta", asOf: "2022-06-01" },
        content: [paragraph(text("18 länder"))],
      },
      { type: "something new", content: [paragraph(text("nothing"))] },
    ]),
  );
  for (const words of [
    "Gruppen · 1 juni 2022",
    "Japan ansluter",
    "I korthet.",
    "Bakgrund",
    "Ett ord",
    "3. stål",
    "– malm",
    "Vi är glada.",
    "— Anna Ek, minister",
    "Fakta",
    "18 länder",
    "Om oss.",
    "press@example.org",
    "https://x.example/sv/news/japan",
  ])
    expect(plain).toContain(words);
  expect(plain).not.toContain("nothing");
});

test("nothing but a safe link leads anywhere", () => {
  const link = (href: string) => text("här", [{ type: "link", attrs: { href } }]);
  const { blocks } = printedAnnouncement(
    piece([
      paragraph(link("https://a.example/"), link("javascript:alert(1)")),
      { type: "video", attrs: { href: "javascript:x", title: "Film" } },
    ]),
  );
  const all = JSON.stringify(blocks);
  expect(all).toContain("https://a.example/");
  expect(all).not.toContain("javascript");
});
