import type { NextRequest } from "next/server";
import { z } from "zod";
import { answerPosted } from "@/app/_request/posted";
import { printInput } from "@/domain/badges/input";
import { print } from "@/domain/badges/print";
import { isLocale } from "@/lib/i18n/locale";
import { drawnIn } from "./draw";

type Context = { params: Promise<{ locale: string; id: string }> };

/** Prints badges: answers the file, once, for their codes are nowhere kept. */
export async function POST(request: NextRequest, { params }: Context) {
  const { locale, id } = await params;
  if (!isLocale(locale) || !z.uuid().safeParse(id).success) return new Response("Not found", { status: 404 });
  return answerPosted(request, printInput, async (actor, input) => {
    const { file } = await print(actor, id, input, drawnIn(locale, input.format));
    return new Response(new Uint8Array(file), {
      headers: { "content-type": "application/pdf", "cache-control": "no-store" },
    });
  });
}
