import sharp, { type Sharp } from "sharp";

/** The most pixels a picture may have: a small file that unfolds into more is meant to choke us. */
export const mostPixels = 60_000_000;

/** No picture is kept with a longer side than this. */
const longest = 4_096;

/** The widths in which a picture is kept besides its own. */
export const widths = [480, 960, 1_600] as const;

/** A picture as it is kept. */
export type Drawn = { content: Buffer; contentType: string; width: number; height: number };

/**
 * Draws a picture anew: upright, in the colours of screens, its first frame where it moves, and without anything the
 * camera or a program wrote into it, as where it was taken. Answers it in its own size and in each smaller width, or
 * nothing where it cannot be read or has too many pixels.
 */
export async function drawAnew(
  content: Buffer,
): Promise<{ whole: Drawn; variants: Drawn[] } | "unreadable" | "too_many_pixels"> {
  try {
    const { width, height } = await sharp(content, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return "too_many_pixels";
    // What is decoded once is drawn from ever after: pixels hold nothing but the picture.
    const upright = await sharp(content, { limitInputPixels: mostPixels, failOn: "error" })
      .autoOrient()
      .resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    const { data, info } = upright;
    const opened = () =>
      sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
    const opaque = info.channels % 2 === 1 || (await opened().stats()).isOpaque;
    const whole = opaque
      ? await encoded(opened().removeAlpha().jpeg({ quality: 88, mozjpeg: true }), "image/jpeg")
      : await encoded(opened().png(), "image/png");
    const variants: Drawn[] = [];
    for (const width of widths.filter((one) => one < info.width))
      variants.push(await encoded(opened().resize({ width }).webp({ quality: 80 }), "image/webp"));
    return { whole, variants };
  } catch {
    return "unreadable";
  }
}

async function encoded(picture: Sharp, contentType: string): Promise<Drawn> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { content: data, contentType, width: info.width, height: info.height };
}
