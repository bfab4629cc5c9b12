import { drawnSheet, type Sheet } from "@/lib/pdf/sheet";

/** The process in which a statement is drawn: is sent it, sends back the file, and ends. */
process.once("message", async (sheet: Sheet) => {
  process.send?.(await drawnSheet(sheet));
});
