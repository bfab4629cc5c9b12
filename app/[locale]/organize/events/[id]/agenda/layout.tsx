import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Tabs } from "@/components/layout/tabs";
import { can } from "@/domain/access/can";
import { eventHere } from "../event";

type Props = { children: ReactNode; params: Promise<{ id: string }> };

/** The agenda of an event: its working draft and what hangs on it. */
export default async function AgendaLayout({ children, params }: Props) {
  const { id } = await params;
  const [{ actor }, t, locale] = await Promise.all([
    eventHere(id),
    getTranslations("agenda.tabs"),
    getLocale(),
  ]);
  const base = `/${locale}/organize/events/${id}/agenda`;
  const editing = can(actor, "agenda.edit");
  const tabs = [
    { href: base, text: t("draft"), open: editing },
    { href: `${base}/releases`, text: t("releases"), open: can(actor, "agenda.release") },
    { href: `${base}/rooms`, text: t("rooms"), open: editing },
    { href: `${base}/availability`, text: t("availability"), open: editing },
    { href: `${base}/checks`, text: t("checks"), open: can(actor, "agenda.set-checks") },
    { href: `${base}/run-of-show`, text: t("runOfShow"), open: can(actor, "run-of-show.read") },
    { href: `${base}/minutes`, text: t("minutes"), open: can(actor, "minutes.edit") },
    { href: `${base}/sharing`, text: t("sharing"), open: editing },
  ];
  return (
    <>
      <Tabs label={t("label")} tabs={tabs.filter((tab) => tab.open)} />
      {children}
    </>
  );
}
