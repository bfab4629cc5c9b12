"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { FormRefusal } from "@/lib/form";
import type { Answer, EditorActions, EditorItem, Made, Standing, Where } from "./types";

/** What was done, and how it is taken back: where items stood before and after, or what was made and how. */
type Deed =
  | { kind: "place"; before: Where[]; after: Where[] }
  | { kind: "make"; made: Made; again: () => Promise<Answer<Made>> };

/** A placing that came too late: where the changed items stand now, and where they were to go. */
export type Stale = { theirs: Standing[]; yours: Where[] };

/** What an item is shown as until the server's next answer has caught up; without a revision it is on its way. */
type Shown = Where & { revision: number | null };

const whereOf = ({ id, startsAt, endsAt, roomId }: Where): Where => ({ id, startsAt, endsAt, roomId });

/**
 * The draft as the editor shows it: what is dragged stands at once where it was let go, and where the server says
 * afterwards. Deeds go out one after the other, each on the revision it was made on, and can be taken back as long as
 * nobody else has changed the item since.
 */
export function useDraft(eventId: string, items: EditorItem[], actions: EditorActions) {
  const router = useRouter();
  const [shown, setShown] = useState<ReadonlyMap<string, Shown>>(new Map());
  const [past, setPast] = useState<Deed[]>([]);
  const [future, setFuture] = useState<Deed[]>([]);
  const [refusal, setRefusal] = useState<FormRefusal>();
  const [stale, setStale] = useState<Stale>();
  /** The revision of each item that one's own last deed made. */
  const own = useRef(new Map<string, number>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const current = items.map((item) => {
    const over = shown.get(item.id);
    if (!over || (over.revision !== null && over.revision <= item.revision)) return item;
    return { ...item, ...whereOf(over), revision: over.revision ?? item.revision };
  });
  const find = (id: string) => current.find((item) => item.id === id);

  const show = (wheres: (Where & { revision?: number })[]) =>
    setShown((before) => {
      const after = new Map(before);
      for (const where of wheres)
        after.set(where.id, { ...whereOf(where), revision: where.revision ?? null });
      return after;
    });
  const hide = (wheres: Where[]) =>
    setShown((before) => {
      const after = new Map(before);
      for (const { id } of wheres) after.delete(id);
      return after;
    });

  /** One deed after the other; a connection that fails is an answer too. */
  function inTurn<Data>(deed: () => Promise<Answer<Data>>): Promise<Answer<Data>> {
    const turn = queue.current.then(() =>
      deed().catch((): Answer<Data> => ({ serverError: { code: "unreachable" } })),
    );
    queue.current = turn;
    return turn;
  }

  async function send(wants: Standing[]): Promise<Standing[] | undefined> {
    setRefusal(undefined);
    setStale(undefined);
    show(wants.map(whereOf));
    const answer = await inTurn(() => {
      // One's own deed that was on its way when this one was made has been seen; what somebody else did has not.
      const made = wants.map((want) => ({
        ...want,
        revision: Math.max(want.revision, own.current.get(want.id) ?? 0),
      }));
      return actions.place({ eventId, items: made });
    });
    if (answer.data) {
      for (const { id, revision } of answer.data) own.current.set(id, revision);
      show(answer.data);
      router.refresh();
      return answer.data;
    }
    const attached = answer.serverError?.attached as { theirs?: Standing[] } | undefined;
    hide(wants);
    if (answer.serverError?.code === "stale" && attached?.theirs) {
      show(attached.theirs);
      setStale({ theirs: attached.theirs, yours: wants.map(whereOf) });
    } else setRefusal(answer.serverError ?? { code: "unexpected" });
    router.refresh();
  }

  function done(deed: Deed) {
    setPast((deeds) => [...deeds, deed]);
    setFuture([]);
  }

  /** Places items from where they stood when the gesture began. Answers whether it was done. */
  async function place(wants: Where[], stood?: Where[]): Promise<boolean> {
    const before = wants.flatMap(({ id }) => stood?.find((one) => one.id === id) ?? find(id) ?? []);
    if (JSON.stringify(before.map(whereOf)) === JSON.stringify(wants.map(whereOf))) return false;
    const after = await send(wants.map((want) => ({ ...want, revision: find(want.id)?.revision ?? 1 })));
    if (after) done({ kind: "place", before: before.map(whereOf), after: after.map(whereOf) });
    return after !== undefined;
  }

  async function make(again: () => Promise<Answer<Made>>): Promise<Made | undefined> {
    setRefusal(undefined);
    const answer = await inTurn(again);
    router.refresh();
    if (answer.data) {
      own.current.set(answer.data.id, answer.data.revision);
      return answer.data;
    }
    setRefusal(answer.serverError ?? { code: "unexpected" });
  }

  /** Takes a deed back; false where somebody has changed the item since: the deed is forgotten then. */
  async function reverse(deed: Deed): Promise<boolean> {
    if (deed.kind === "place") return sendOwn(deed.before);
    const revision = own.current.get(deed.made.id) ?? deed.made.revision;
    const answer = await inTurn(() => actions.remove({ id: deed.made.id, revision }));
    router.refresh();
    if (answer.data) return true;
    setRefusal(answer.serverError ?? { code: "unexpected" });
    return false;
  }

  const sendOwn = async (wheres: Where[]) => {
    const revisions = own.current;
    return (
      (await send(wheres.map((where) => ({ ...where, revision: revisions.get(where.id) ?? 1 })))) !==
      undefined
    );
  };

  async function undo(): Promise<boolean> {
    const deed = past.at(-1);
    if (!deed) return false;
    setPast(past.slice(0, -1));
    const undone = await reverse(deed);
    if (undone) setFuture((deeds) => [...deeds, deed]);
    return undone;
  }

  async function redo(): Promise<boolean> {
    const deed = future.at(-1);
    if (!deed) return false;
    setFuture(future.slice(0, -1));
    if (deed.kind === "place") {
      const redone = await sendOwn(deed.after);
      if (redone) setPast((deeds) => [...deeds, deed]);
      return redone;
    }
    const made = await make(deed.again);
    if (made) setPast((deeds) => [...deeds, { ...deed, made }]);
    return made !== undefined;
  }

  return {
    items: current,
    find,
    refusal,
    stale,
    mayUndo: past.length > 0,
    mayRedo: future.length > 0,
    place,
    undo,
    redo,
    /** Shows items elsewhere without sending it yet. */
    preview: (wheres: Where[]) => show(wheres),
    /** Makes an item, by a deed that can be done again. */
    async make(again: () => Promise<Answer<Made>>) {
      const made = await make(again);
      if (made) done({ kind: "make", made, again });
      return made;
    },
    /** Notes what a form of the page has done to items. */
    noteMoved(before: Standing[], after: Standing[]) {
      for (const { id, revision } of after) own.current.set(id, revision);
      show(after);
      done({ kind: "place", before: before.map(whereOf), after: after.map(whereOf) });
    },
    noteMade(made: Made, again: () => Promise<Answer<Made>>) {
      own.current.set(made.id, made.revision);
      done({ kind: "make", made, again });
    },
    dismiss() {
      setRefusal(undefined);
      setStale(undefined);
    },
    /** Does what was wanted after all, over what stands there now and has been seen. */
    async insist({ theirs, yours }: Stale) {
      const wants = yours.map((where) => {
        const seen = theirs.find((one) => one.id === where.id);
        return { ...where, revision: seen?.revision ?? find(where.id)?.revision ?? 1 };
      });
      const after = await send(wants);
      if (after) done({ kind: "place", before: theirs.map(whereOf), after: after.map(whereOf) });
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
