"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { minutesBetween } from "@/domain/agenda/grid/rules";
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
  const [depth, setDepth] = useState({ past: 0, future: 0 });
  const [refusal, setRefusal] = useState<FormRefusal>();
  const [stale, setStale] = useState<Stale>();
  /** The revision of each item that one's own last deed made. */
  const own = useRef(new Map<string, number>());
  const stacks = useRef<{ past: Deed[]; future: Deed[] }>({ past: [], future: [] });
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  /** How many deeds are on their way: a page that is left before they arrive would lose them. */
  const waiting = useRef(0);
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (waiting.current > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", stay);
    return () => window.removeEventListener("beforeunload", stay);
  }, []);

  const current = items.map((item) => {
    const over = shown.get(item.id);
    if (!over || (over.revision !== null && over.revision <= item.revision)) return item;
    // What has just lost its time takes as long as it did; the server notes the same.
    const plannedMinutes =
      over.startsAt === null && item.startsAt && item.endsAt
        ? minutesBetween(item.startsAt, item.endsAt)
        : item.plannedMinutes;
    return { ...item, ...whereOf(over), plannedMinutes, revision: over.revision ?? item.revision };
  });
  const find = (id: string) => current.find((item) => item.id === id);
  const latest = useRef(items);
  latest.current = items;

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

  /** One deed after the other, each to its end: what is taken back is the last one, not one still on its way. */
  function inTurn<Result>(deed: () => Promise<Result>): Promise<Result> {
    waiting.current += 1;
    const turn = queue.current.then(deed).finally(() => {
      waiting.current -= 1;
    });
    queue.current = turn.catch(() => undefined);
    return turn;
  }

  async function send(wants: Standing[]): Promise<Standing[] | undefined> {
    setRefusal(undefined);
    setStale(undefined);
    show(wants.map(whereOf));
    // One's own deed that was on its way when this one was made has been seen; what somebody else did has not.
    const made = wants.map((want) => ({
      ...want,
      revision: Math.max(want.revision, own.current.get(want.id) ?? 0),
    }));
    const answer = await answered(actions.place({ eventId, items: made }));
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

  /** A deed that has no second text to show: what somebody else has changed since stays as it is. */
  function refuse(said: FormRefusal = { code: "unexpected" }) {
    setRefusal(said.code === "stale" ? { code: "changed_since" } : said);
  }

  function keep(past: Deed[], future: Deed[]) {
    stacks.current = { past, future };
    setDepth({ past: past.length, future: future.length });
  }
  const done = (deed: Deed) => keep([...stacks.current.past, deed], []);

  /** Places items from where they stood when the gesture began. Answers whether it was done. */
  async function place(wants: Where[], stood?: Where[]): Promise<boolean> {
    const before = wants.flatMap(({ id }) => stood?.find((one) => one.id === id) ?? find(id) ?? []);
    if (JSON.stringify(before.map(whereOf)) === JSON.stringify(wants.map(whereOf))) return false;
    const seen = wants.map((want) => ({ ...want, revision: find(want.id)?.revision ?? 1 }));
    show(wants);
    return inTurn(async () => {
      const after = await send(seen);
      if (after) done({ kind: "place", before: before.map(whereOf), after: after.map(whereOf) });
      return after !== undefined;
    });
  }

  async function make(again: () => Promise<Answer<Made>>): Promise<Made | undefined> {
    setRefusal(undefined);
    const answer = await answered(again());
    router.refresh();
    if (answer.data) {
      own.current.set(answer.data.id, answer.data.revision);
      return answer.data;
    }
    refuse(answer.serverError);
  }

  /** Takes a deed back; false where somebody has changed the item since: the deed is forgotten then. */
  async function reverse(deed: Deed): Promise<boolean> {
    if (deed.kind === "place") return sendOwn(deed.before);
    const revision = own.current.get(deed.made.id) ?? deed.made.revision;
    const answer = await answered(actions.remove({ id: deed.made.id, revision }));
    router.refresh();
    if (answer.data) return true;
    refuse(answer.serverError);
    return false;
  }

  const sendOwn = async (wheres: Where[]) => {
    const revisions = own.current;
    return (
      (await send(wheres.map((where) => ({ ...where, revision: revisions.get(where.id) ?? 1 })))) !==
      undefined
    );
  };

  /** Takes the last deed back. Answers whether it was, and nothing where there is none. */
  const undo = () =>
    inTurn(async () => {
      const { past, future } = stacks.current;
      const deed = past.at(-1);
      if (!deed) return;
      const undone = await reverse(deed);
      keep(past.slice(0, -1), undone ? [...future, deed] : future);
      return undone;
    });

  const redo = () =>
    inTurn(async () => {
      const { past, future } = stacks.current;
      const deed = future.at(-1);
      if (!deed) return;
      const again = await repeat(deed);
      keep(again ? [...past, again] : past, future.slice(0, -1));
      return again !== undefined;
    });

  async function repeat(deed: Deed): Promise<Deed | undefined> {
    if (deed.kind === "place") return (await sendOwn(deed.after)) ? deed : undefined;
    const made = await make(deed.again);
    return made && { ...deed, made };
  }

  return {
    items: current,
    find,
    refusal,
    stale,
    mayUndo: depth.past > 0,
    mayRedo: depth.future > 0,
    place,
    undo,
    redo,
    /** The revision an item has when its turn has come, one's own deeds before it among them. */
    revisionOf: (id: string) =>
      Math.max(1, own.current.get(id) ?? 0, latest.current.find((item) => item.id === id)?.revision ?? 0),
    /** What the page's own forms send waits for the deeds before it, and is made on the revisions they made. */
    afterOwn: <Result>(deed: (seen: (item: Made) => Made) => Promise<Result>) =>
      inTurn(() =>
        deed(({ id, revision }) => ({ id, revision: Math.max(revision, own.current.get(id) ?? 0) })),
      ),
    /** Shows items elsewhere without sending it yet. */
    preview: (wheres: Where[]) => show(wheres),
    /** Makes an item, by a deed that can be done again. */
    make: (again: () => Promise<Answer<Made>>) =>
      inTurn(async () => {
        const made = await make(again);
        if (made) done({ kind: "make", made, again });
        return made;
      }),
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
    insist: ({ theirs, yours }: Stale) =>
      inTurn(async () => {
        const wants = yours.map((where) => {
          const seen = theirs.find((one) => one.id === where.id);
          return { ...where, revision: seen?.revision ?? find(where.id)?.revision ?? 1 };
        });
        const after = await send(wants);
        if (after) done({ kind: "place", before: theirs.map(whereOf), after: after.map(whereOf) });
      }),
  };
}

/** A connection that fails is an answer too. */
const answered = <Data>(asked: Promise<Answer<Data>>) =>
  asked.catch((): Answer<Data> => ({ serverError: { code: "unreachable" } }));

export type Draft = ReturnType<typeof useDraft>;
