import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { exportParticipations } from "@/domain/participations/export";
import { csvFile } from "@/lib/csv";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { participantsAsked } from "../filter";

type Context = { params: Promise<{ locale: string; id: string }> };

/** The participants that the list's filter names, as a CSV file. */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale, id } = await params;
  const actor = await currentActor();
  if (!isLocale(locale) || !z.uuid().safeParse(id).success || !can(actor, "participation.export")) {
    return new Response("Not found", { status: 404 });
  }
  const filter = participantsAsked.parse(Object.fromEntries(request.nextUrl.searchParams));
  const [t, rows] = await Promise.all([
    getTranslations({ locale, namespace: "participations.columns" }),
    exportParticipations(actor, id, filter),
  ]);
  const columns = [
    "name",
    "email",
    "functionalTitle",
    "organisation",
    "class",
    "state",
    "stateReason",
    "accessNeeds",
    "dietaryNeeds",
    "locale",
    "createdAt",
  ] as const;
  const cells = rows.map((row) => {
    const said = {
      ...row,
      email: row.email ?? "",
      organisation: pick(row.organisation, locale).text,
      createdAt: row.createdAt.toISOString(),
    };
    return columns.map((column) => said[column]);
  });
  return csvFile(
    "participants",
    columns.map((column) => t(column)),
    cells,
  );
}
