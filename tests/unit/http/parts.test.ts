import { expect, test } from "vitest";
import { partsAnswer } from "@/lib/http/parts";

const content = Buffer.from(Array.from({ length: 2_500_000 }, (_, n) => n % 251));
const whole = { name: "a ö.mp4", contentType: "video/mp4", size: content.length, mark: "abc", inline: true };
const read = async ({ from, to }: { from: number; to: number }) => content.subarray(from, to + 1);
const ask = (range?: Parameters<typeof partsAnswer>[2], headers: Record<string, string> = {}, of = whole) =>
  partsAnswer(new Request("https://x/", { headers }), of, range, read);

test("a file is answered whole, piece by piece, and always to be asked for again", async () => {
  const answer = ask();
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    etag: '"abc"',
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
    "content-length": "2500000",
    "content-disposition": "inline; filename*=UTF-8''a%20%C3%B6.mp4",
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
});

test("what is no picture and no film is saved, not shown", () => {
  expect(ask(undefined, {}, { ...whole, inline: false }).headers.get("content-disposition")).toMatch(
    /^attachment;/,
  );
});

test("a part is answered as one, and one that is not there is refused", async () => {
  const answer = ask({ from: 10, to: 1_500_000 });
  expect([answer.status, answer.headers.get("content-range")]).toEqual([206, "bytes 10-1500000/2500000"]);
  expect(Buffer.from(await answer.arrayBuffer()).equals(content.subarray(10, 1_500_001))).toBe(true);
  const outside = ask("outside");
  expect([outside.status, outside.headers.get("content-range")]).toEqual([416, "bytes */2500000"]);
});

test("what the asking side has is not sent again; a part of an older file is not joined to a newer", () => {
  expect(ask(undefined, { "if-none-match": '"x", W/"abc"' }).status).toBe(304);
  expect(ask(undefined, { "if-none-match": '"x"' }).status).toBe(200);
  expect(ask({ from: 0, to: 1 }, { "if-range": '"abc"' }).status).toBe(206);
  expect(ask({ from: 0, to: 1 }, { "if-range": '"x"' }).status).toBe(200);
});

test("a file that is erased while it is sent breaks off", async () => {
  const gone = partsAnswer(new Request("https://x/"), whole, undefined, async () => undefined);
  await expect(gone.arrayBuffer()).rejects.toThrow();
});
