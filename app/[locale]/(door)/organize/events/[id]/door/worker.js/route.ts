import fs from "node:fs/promises";
import path from "node:path";
import { isLocale } from "@/lib/i18n/locale";

/** The program of the service worker, as it is written. */
const source = "app/[locale]/(door)/organize/events/[id]/door/worker.js/source.js";

type Context = { params: Promise<{ locale: string; id: string }> };

/** The service worker of a door page, which is all it may reach. It knows nobody: anybody may read it. */
export async function GET(_: Request, { params }: Context) {
  const { locale, id } = await params;
  if (!isLocale(locale)) return new Response("Not found", { status: 404 });
  return new Response(await fs.readFile(path.join(process.cwd(), source)), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "service-worker-allowed": `/${locale}/organize/events/${encodeURIComponent(id)}/door`,
      "cache-control": "no-store",
    },
  });
}
