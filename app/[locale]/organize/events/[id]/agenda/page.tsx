import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AgendaTable } from "@/components/agenda/agenda-table";
import { ConflictList } from "@/components/agenda/conflict-list";
import { CopyAgenda } from "@/components/agenda/copy-agenda";
import { AgendaEditor } from "@/components/agenda/editor/agenda-editor";
import { TrayList } from "@/components/agenda/tray-list";
import { ViewSwitch } from "@/components/agenda/view-switch";
import { Live } from "@/components/figures/live";
import { LinkButton } from "@/components/ui/link-button";
import { can } from "@/domain/access/can";
import { findings } from "@/domain/agenda/findings";
import { daysOf } from "@/domain/agenda/grid/rules";
import { agendaOf, eventsWithAgenda, placed, roomsOf } from "@/domain/agenda/queries";
import { situationOf } from "@/domain/agenda/situation";
import { missingIn, outdatedIn } from "@/domain/agenda/words";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { dayIn, instantToLocal } from "@/lib/time";
import { eventHere } from "../event";
import {
  copyFromAction,
  layCopyAction,
  moveBlockAction,
  placeAction,
  quickAddAction,
  takeOutAction,
} from "./actions";
import { editorItems } from "./editor-items";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda");
  return { title: t("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ view?: string | string[]; day?: string | string[] }>;
};

/** The working draft of the event's agenda, as a grid of one day or as a list, with what cannot be held as planned. */
export default async function AgendaPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const { actor, event } = await eventHere(id);
  if (!can(actor, "agenda.edit")) notFound();
  const [t, locale, draft, rooms, others, situation] = await Promise.all([
    getTranslations("agenda"),
    getLocale(),
    agendaOf(actor, id),
    roomsOf(actor, id),
    eventsWithAgenda(actor, id),
    situationOf(actor, event),
  ]);
  const inTime = placed(draft);
  const found = findings(inTime, situation);
  const base = `/${locale}/organize/events/${id}/agenda`;
  const local = (item: { startsAt: Date; endsAt: Date }) => ({
    startsAt: instantToLocal(item.startsAt, event.zone),
    endsAt: instantToLocal(item.endsAt, event.zone),
  });
  const days = daysOf(inTime.map(local), local(event));
  const told = inTime.map((item) => ({ ...item, missing: missingIn(item), outdated: outdatedIn(item) }));
  const list = asked.view === "list";
  const day = days.find((one) => one === asked.day) ?? days.find((one) => one === dayIn(now(), event.zone));
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <ViewSwitch base={base} list={list} />
        <div className="flex flex-wrap gap-2">
          <Live />
          <CopyAgenda
            eventId={id}
            events={others.map((one) => ({ value: one.id, label: pick(one.title, locale).text }))}
            action={copyFromAction}
          />
          <LinkButton look={list ? "primary" : "secondary"} href={`${base}/new` as Route}>
            {t("add")}
          </LinkButton>
        </div>
      </div>
      <ConflictList
        findings={found}
        hard={event.hardFindings}
        items={inTime}
        delegations={situation.delegations}
        zone={event.zone}
        base={base}
      />
      {list && (
        <>
          {draft.length === 0 && <p className="text-muted">{t("none")}</p>}
          <AgendaTable items={told} findings={found} zone={event.zone} base={base} />
          <TrayList items={draft.filter((item) => item.startsAt === null)} base={base} />
        </>
      )}
      {!list && (
        <AgendaEditor
          eventId={id}
          zone={event.zone}
          day={day ?? days[0] ?? ""}
          days={days}
          items={await editorItems(draft, found, event.zone)}
          rooms={rooms.map((room) => ({ id: room.id, name: room.name }))}
          base={base}
          actions={{
            place: placeAction,
            add: quickAddAction,
            duplicate: layCopyAction,
            remove: takeOutAction,
            moveBlock: moveBlockAction,
          }}
        />
      )}
    </>
  );
}
