import fc from "fast-check";
import { expect, test } from "vitest";
import { isReadable, loggable } from "@/lib/http/address";

test.each([
  "/%",
  "/%E0%A4%A",
  "/en/%ff",
  "/en/%ED%A0%80",
  "/en/%00",
  "/en?q=%00",
  "//x/%c0%af",
  "http://other/",
  "*",
])("%s cannot be read", (url) => expect(isReadable(url)).toBe(false));

test.each(["/", "/sv/h%C3%A5llbar", "/en/search?q=50%", "/en/events/a%2Fb", "/%20"])(
  "%s can be read",
  (url) => expect(isReadable(url)).toBe(true),
);

test("whatever was encoded properly can be read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!text.includes("\0"));
      expect(isReadable(`/${encodeURIComponent(text)}`)).toBe(true);
    }),
  );
});

test("the log keeps which page failed, and no secret of a private link", () => {
  const event = "5ef12131-b46a-4953-ac7d-8ea6986273b4";
  expect(loggable(`/en/organize/events/${event}/agenda`)).toBe(`/en/organize/events/${event}/agenda`);
  expect(loggable("/sv/registration/Zm9vYmFyYmF6cXV4MTIzNA/answers")).toBe("/sv/registration/…/answers");
  expect(loggable("/en/events/summit/my/Zm9vYmFyYmF6cXV4MTIzNA.ics")).toBe("/en/events/summit/my/….ics");
});
