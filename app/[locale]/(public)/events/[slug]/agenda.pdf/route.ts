import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import { exportedAgenda } from "@/domain/agenda/exported";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { validated } from "@/lib/http/validated";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { drawnApart } from "@/lib/pdf/apart";
import { notFound } from "../calendar";
import { printedAgenda } from "./printed";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** Drawings by what is on them, the latest few: an agenda is drawn once for each release, not for each reader. */
const drawn = new Map<string, Promise<Uint8Array>>();
const most = 16;

/** Thin and other spaces, as stand between two days: the face of PDFs has a broken sign for them, which ends the drawing. */
const otherSpaces = /[\u2000-\u200a\u202f]/g;

/** A public agenda on paper: by day, or with `?by=room` a sheet for each door. */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale, slug } = await params;
  const agenda = isLocale(locale) ? await exportedAgenda(slug, now()) : undefined;
  if (!agenda || !isLocale(locale) || agenda.number === 0) return notFound();
  const byRoom = request.nextUrl.searchParams.get("by") === "room";
  const group = pick((await groupProfile()).name, locale).text;
  const body = await drawing(printedAgenda(agenda, locale, { group, byRoom }));
  return validated(request, {
    body,
    contentType: "application/pdf",
    name: `${slug}${byRoom ? "-rooms" : ""}.pdf`,
  });
}

function drawing(printed: ReturnType<typeof printedAgenda>): Promise<Uint8Array> {
  const text = JSON.stringify(printed).replace(otherSpaces, " ");
  const key = createHash("sha256").update(text).digest("hex");
  const known = drawn.get(key);
  if (known) return known;
  const fresh = drawnApart("bin/draw-agenda.ts", JSON.parse(text));
  drawn.set(key, fresh);
  fresh.catch(() => drawn.delete(key));
  for (const old of [...drawn.keys()].slice(0, Math.max(0, drawn.size - most))) drawn.delete(old);
  return fresh;
}
