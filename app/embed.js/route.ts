import fs from "node:fs/promises";
import path from "node:path";
import { validated } from "@/lib/http/validated";

/** The script, as it is written: it runs in pages of others, without any library. */
const source = "app/embed.js/source.js";

/** The one script tag that puts a public agenda into a page of another website. */
export async function GET(request: Request) {
  const body = await fs.readFile(path.join(process.cwd(), source), "utf8");
  return validated(request, { body, contentType: "text/javascript; charset=utf-8" });
}
