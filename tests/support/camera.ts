import fs from "node:fs";
import { darkRuns } from "@/components/badges/qr";

/** The side of the picture, in pixels; a multiple of two. */
const side = 480;

/** Writes a film in which a camera looks at the code of a badge, for Chromium's `--use-file-for-fake-video-capture`. */
export function filmBadge(code: string, file: string): void {
  const { size, runs } = darkRuns(code);
  const scale = Math.floor((side * 0.7) / size);
  const edge = Math.floor((side - size * scale) / 2);
  const light = Buffer.alloc(side * side, 225);
  for (const { row, from, length } of runs)
    for (let y = edge + row * scale; y < edge + (row + 1) * scale; y++)
      light.fill(40, y * side + edge + from * scale, y * side + edge + (from + length) * scale);
  const colour = Buffer.alloc((side * side) / 2, 128);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), light, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${side} H${side} F10:1 Ip A1:1 C420jpeg\n`);
  fs.writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
}
