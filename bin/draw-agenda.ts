import { renderToBuffer } from "@react-pdf/renderer";
import { AgendaPdf, type PrintedAgenda } from "@/components/agenda/agenda-pdf";
import { registerFonts } from "@/lib/pdf/fonts";

/** The process in which an agenda is drawn: is sent it, sends back the file, and ends. */
process.once("message", async (agenda: PrintedAgenda) => {
  registerFonts();
  const bytes = await renderToBuffer(AgendaPdf(agenda));
  process.send?.(new Uint8Array(bytes));
});
