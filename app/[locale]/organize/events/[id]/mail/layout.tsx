import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Tabs } from "@/components/layout/tabs";
import { can } from "@/domain/access/can";
import { eventHere } from "../event";

type Props = { children: ReactNode; params: Promise<{ id: string }> };

/** The mail of an event: what is written to many, the words of what leaves by itself, reminders, and its outbox. */
export default async function EventMailLayout({ children, params }: Props) {
  const { id } = await params;
  const [{ actor }, t, locale] = await Promise.all([
    eventHere(id),
    getTranslations("mailing.tabs"),
    getLocale(),
  ]);
  if (!can(actor, "mailing.compose")) notFound();
  const base = `/${locale}/organize/events/${id}/mail`;
  const tabs = [
    { href: base, text: t("bulk"), open: true },
    { href: `${base}/templates`, text: t("templates"), open: can(actor, "template.edit") },
    { href: `${base}/reminders`, text: t("reminders"), open: can(actor, "reminder.edit") },
    { href: `${base}/outbox`, text: t("outbox"), open: can(actor, "mail.list") },
  ];
  return (
    <>
      <Tabs label={t("label")} tabs={tabs.filter((tab) => tab.open)} />
      {children}
    </>
  );
}
