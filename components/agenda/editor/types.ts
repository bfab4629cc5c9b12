import type { AgendaItemKind } from "@/db/enums";
import type { Snap } from "@/domain/agenda/grid/rules";
import type { FormAction, FormRefusal } from "@/lib/form";

/** Where an item stands, local to the event's zone; without times it is in the tray. */
export type Where = { id: string; startsAt: string | null; endsAt: string | null; roomId: string | null };
export type Standing = Where & { revision: number };

/** An item as the editor shows it. */
export type EditorItem = Standing & {
  kind: AgendaItemKind;
  title: string;
  lang: string | undefined;
  plannedMinutes: number;
  /** Short words of warning and note: conflict, internal, for whom, what is not translated. */
  notes: { text: string; grave: boolean }[];
};

export type EditorRoom = { id: string; name: string };

/** What an action of the grid answers. */
export type Answer<Data> = { data?: Data; serverError?: FormRefusal; validationErrors?: object };
export type Made = { id: string; revision: number };

/** The deeds of the grid. */
export type EditorActions = {
  place: (input: { eventId: string; items: Standing[] }) => Promise<Answer<Standing[]>>;
  add: FormAction<Made>;
  duplicate: (item: Made) => Promise<Answer<Made>>;
  remove: (item: Made) => Promise<Answer<unknown>>;
};

/** What the pointer is doing: what it would become if it let go now. */
export type Drag =
  | { kind: "create"; roomId: string | null; from: number; to: number }
  | { kind: "place"; id: string; where: Where }
  | { kind: "tray"; id: string }
  | { kind: "day"; id: string; day: string };

export type GridShape = { day: string; first: number; last: number; snap: Snap };
