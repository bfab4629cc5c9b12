import sharp from "sharp";
import { expect, test } from "vitest";
import { drawAnew, mostPixels } from "@/lib/images/draw";
import { withoutNotes } from "@/lib/images/film";

const blank = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } });

async function drawn(content: Buffer) {
  const answer = await drawAnew(content);
  if (typeof answer === "string") throw new Error(answer);
  return answer;
}

test("a photograph is turned upright and loses where and with what it was taken", async () => {
  const photo = await blank(1_200, 800)
    .jpeg()
    .withExif({
      IFD0: { Make: "Hasselblad", Artist: "Somebody" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "59/1 19/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect((await sharp(photo).metadata()).exif).toBeDefined();
  const { whole, variants } = await drawn(photo);
  expect(whole).toMatchObject({ contentType: "image/jpeg", width: 800, height: 1_200 });
  expect(variants.map(({ width, height }) => [width, height])).toEqual([[480, 720]]);
  for (const { content } of [whole, ...variants]) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(content).metadata();
    expect([exif, xmp, iptc, icc, orientation]).toEqual(Array(5).fill(undefined));
    expect(content.includes("Hasselblad")).toBe(false);
  }
});

test("what can be seen through stays so", async () => {
  const { whole } = await drawn(await blank(600, 300, 4).png().toBuffer());
  expect(whole.contentType).toBe("image/png");
  expect((await sharp(whole.content).metadata()).hasAlpha).toBe(true);
});

test("a picture for printing becomes one for screens", async () => {
  const cmyk = await blank(700, 500).toColourspace("cmyk").jpeg().toBuffer();
  expect((await sharp(cmyk).metadata()).space).toBe("cmyk");
  const { whole } = await drawn(cmyk);
  expect((await sharp(whole.content).metadata()).space).toBe("srgb");
});

test("of what moves the first frame stands", async () => {
  const frames = [await blank(64, 64).png().toBuffer(), await blank(64, 64).png().toBuffer()];
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await drawn(gif)).whole).toMatchObject({ width: 64, height: 64 });
  expect((await sharp((await drawn(gif)).whole.content).metadata()).pages ?? 1).toBe(1);
});

test("AVIF, WebP and grey pictures are drawn", async () => {
  for (const content of [
    await blank(500, 20).avif().toBuffer(),
    await blank(500, 20).webp().toBuffer(),
    await blank(500, 20).greyscale().png().toBuffer(),
  ])
    expect((await drawn(content)).whole).toMatchObject({ width: 500, height: 20 });
});

test("a wide one is kept no wider than anybody looks at", async () => {
  const { whole, variants } = await drawn(await blank(6_000, 60).jpeg().toBuffer());
  expect([whole.width, whole.height]).toEqual([4_096, 41]);
  expect(variants.map(({ width }) => width)).toEqual([480, 960, 1_600]);
});

test("a bomb is not unfolded, and what is broken is called so", async () => {
  const side = Math.ceil(Math.sqrt(mostPixels)) + 1;
  const bomb = await blank(side, side).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(2_000_000);
  expect(await drawAnew(bomb)).toBe("too_many_pixels");
  const whole = await blank(300, 300).jpeg().toBuffer();
  expect(await drawAnew(whole.subarray(0, 200))).toBe("unreadable");
  expect(await drawAnew(Buffer.from("no picture"))).toBe("unreadable");
});

test("what a camera noted in a film is blotted out, and nothing moves", () => {
  const box = (type: string, ...inside: Buffer[]) => {
    const content = Buffer.concat(inside);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8);
    head.write(type, 4, "latin1");
    return Buffer.concat([head, content]);
  };
  const place = Buffer.from("+59.3293+018.0686/");
  const film = Buffer.concat([
    box("ftyp", Buffer.from("isom")),
    box("moov", box("mvhd", Buffer.from("kept")), box("udta", place), box("trak", box("meta", place))),
    box("mdat", Buffer.from("pictures")),
  ]);
  const blotted = withoutNotes(film);
  expect(blotted.length).toBe(film.length);
  expect(blotted.includes("+59")).toBe(false);
  expect(blotted.includes("kept")).toBe(true);
  expect(blotted.indexOf("pictures")).toBe(film.indexOf("pictures"));
  const cut = film.subarray(0, 40);
  expect(withoutNotes(cut)).toHaveLength(40);
  const webm = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4, 5, 6]);
  expect(withoutNotes(webm)).toBe(webm);
});
