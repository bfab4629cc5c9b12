import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ReplaceForm } from "@/components/delegations/replace-form";
import { can } from "@/domain/access/can";
import { nameLine } from "@/domain/names/rules";
import { participationForOrganizer } from "@/domain/participations/one";
import { possible } from "@/domain/participations/rules";
import { Refusal } from "@/lib/refusal";
import { eventHere } from "../../../event";
import { replaceForAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("delegations.person");
  return { title: t("replace") };
}

type Props = { params: Promise<{ id: string; participationId: string }> };

/** Giving somebody's place to another person, for the secretariat. */
export default async function ReplaceParticipantPage({ params }: Props) {
  const { id, participationId } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "participation.replace") || !z.uuid().safeParse(participationId).success) notFound();
  const row = await participationForOrganizer(actor, participationId).catch((error) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  if (row.eventId !== id || event.cancelledAt || !possible("replace", row.state)) notFound();
  const t = await getTranslations("delegations.person");
  const name = nameLine(row);
  return (
    <div className="space-y-6">
      <div className="space-y-2">
        <h2 className="text-2xl">{t("replace")}</h2>
        <p className="measure text-sm">{t("replaceLead", { name })}</p>
      </div>
      <ReplaceForm
        person={{ ...row, name }}
        locale={row.locale}
        keptDays={event.needsKeptDays}
        action={replaceForAction}
      />
    </div>
  );
}
