import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MessageForm } from "@/components/delegations/message-form";
import { can } from "@/domain/access/can";
import { addresseesOf } from "@/domain/delegations/organizer-queries";
import { eventHere } from "../../event";
import { messageAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("delegations");
  return { title: t("messages.writeAll") };
}

/** Writing to every delegation of an event. */
export default async function MessageDelegationsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor } = await eventHere(id);
  if (!can(actor, "delegation.message")) notFound();
  const [t, reach] = await Promise.all([getTranslations("delegations"), addresseesOf(actor, id)]);
  return (
    <div className="space-y-6">
      <h2 className="text-2xl">{t("messages.writeAll")}</h2>
      <MessageForm eventId={id} delegationId="" reach={reach} action={messageAction} />
    </div>
  );
}
