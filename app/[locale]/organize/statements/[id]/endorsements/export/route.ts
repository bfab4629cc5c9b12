import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { day } from "@/domain/input";
import { positionsOf } from "@/domain/positions/organizer-queries";
import { positionState, referencesOf, standsOn } from "@/domain/positions/rules";
import { revisionOf, statementForOrganizer } from "@/domain/statements/organizer-queries";
import { csvFile } from "@/lib/csv";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ locale: string; id: string }> };

/** The positions on a statement as a CSV file: all of them, or with `asOf` those that stood on a day. */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale, id } = await params;
  const actor = await currentActor();
  const missing = () => new Response("Not found", { status: 404 });
  if (!isLocale(locale) || !z.uuid().safeParse(id).success || !can(actor, "statement.list")) return missing();
  const asked = day.safeParse(request.nextUrl.searchParams.get("asOf"));
  try {
    const [t, enums, statement, all] = await Promise.all([
      getTranslations({ locale, namespace: "positions" }),
      getTranslations({ locale, namespace: "enums" }),
      statementForOrganizer(actor, id),
      positionsOf(actor, id),
    ]);
    const adopted = statement.adoption && (await revisionOf(actor, id, statement.adoption.revisionId));
    const references = referencesOf(adopted?.paragraphs ?? [], locale);
    const rows = all.filter(
      (one) => !asked.success || (one.verifiedAt !== null && standsOn(one, asked.data)),
    );
    return csvFile(
      `${statement.slug}-endorsements`,
      [
        t("column.organisation"),
        t("column.kind"),
        t("column.position"),
        t("column.state"),
        t("column.givenOn"),
        t("column.withdrawnOn"),
        t("column.paragraphs"),
        t("column.text"),
        t("column.authority"),
      ],
      rows.map((one) => [
        pick(one.name, locale).text,
        enums(`organisationKind.${one.organisationKind}`),
        enums(`positionKind.${one.kind}`),
        t(`state.${positionState(one)}`),
        one.givenOn,
        one.withdrawnOn ?? "",
        one.paragraphIds.map((paragraph) => references.get(paragraph) ?? "").join(", "),
        one.text,
        one.authority,
      ]),
    );
  } catch (error) {
    if (error instanceof Refusal) return missing();
    throw error;
  }
}
