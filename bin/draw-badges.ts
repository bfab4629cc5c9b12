import { renderToBuffer } from "@react-pdf/renderer";
import { BadgePdf, type PrintedBadges } from "@/components/badges/badge-pdf";
import { registerFonts, serif } from "@/lib/pdf/fonts";

/** The process in which badges are drawn: is sent them, sends back the file, and ends. */
process.once("message", async (badges: PrintedBadges) => {
  registerFonts();
  const bytes = await renderToBuffer(BadgePdf({ ...badges, family: serif }));
  process.send?.(new Uint8Array(bytes));
});
