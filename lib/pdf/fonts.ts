import { createRequire } from "node:module";
import path from "node:path";
import { Font } from "@react-pdf/renderer";
import { subsets } from "./letters";

const here = path.join(process.cwd(), "package.json");

/** Where a font file of the package lies; asked of Node, so that a bundler does not try to read it. */
function file(subset: string, weight: number, style: string) {
  const root = path.dirname(createRequire(here).resolve("@fontsource/source-serif-4/package.json"));
  return path.join(root, "files", `source-serif-4-${subset}-${weight}-${style}.woff`);
}

let registered = false;

/** The faces of a PDF: Latin first, and for a letter it lacks the extended one, Vietnamese, Greek, Cyrillic. */
export const serif = subsets.map((subset) => `Serif ${subset}`);

/** Makes the faces known to the renderer, once per process. */
export function registerFonts() {
  if (registered) return;
  for (const subset of subsets) {
    Font.register({
      family: `Serif ${subset}`,
      fonts: [
        { src: file(subset, 400, "normal") },
        { src: file(subset, 600, "normal"), fontWeight: 600 },
        { src: file(subset, 400, "italic"), fontStyle: "italic" },
      ],
    });
  }
  // Words are not broken: a statement is quoted from.
  Font.registerHyphenationCallback((word) => [word]);
  registered = true;
}
