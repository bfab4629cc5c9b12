import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import { hear } from "./hub";
import type { LiveView } from "./rules";
import { isShown, liveView } from "./view";

/** Milliseconds until a reading that failed is tried again. */
const AGAIN = 2_000;

/** What listeners of a page are sent: the version, and the whole view as JSON. */
export type Snapshot = { version: number; json: string };
type Listener = (snapshot: Snapshot | undefined) => void;

type Board = {
  listeners: Set<Listener>;
  snapshot?: Snapshot;
  /** The reading under way; whoever asks meanwhile waits for it. */
  reading?: Promise<Snapshot | undefined>;
  /** Something changed while it was being read: it is read once more. */
  again: boolean;
  stop?: () => void;
};

/** Kept on `globalThis`, like the hub. */
const kept = globalThis as typeof globalThis & { plenaryBoards?: Map<string, Board> };
kept.plenaryBoards ??= new Map();
const boards = kept.plenaryBoards;

/**
 * Follows what is public of an event, by its address: answers how it stands, and calls the listener with it whenever it
 * has changed, or with nothing when it is no longer public. It is read once per change and process, however many
 * follow. Nothing where the event is not public.
 */
export async function follow(
  slug: string,
  listener: Listener,
): Promise<{ snapshot: Snapshot; stop: () => void } | undefined> {
  const board = boards.get(slug) ?? { listeners: new Set(), again: false };
  boards.set(slug, board);
  board.listeners.add(listener);
  const stop = () => {
    board.listeners.delete(listener);
    if (board.listeners.size > 0 || boards.get(slug) !== board) return;
    boards.delete(slug);
    board.stop?.();
  };
  try {
    // What was read before may have been taken back a moment ago, and the word of it still be under way.
    const shown = board.snapshot === undefined || (await isShown(slug, now()));
    const snapshot = shown ? (board.snapshot ?? (await read(slug, board))) : undefined;
    if (snapshot) return { snapshot, stop };
  } catch (error) {
    stop();
    throw error;
  }
  stop();
  return undefined;
}

async function read(slug: string, board: Board): Promise<Snapshot | undefined> {
  if (board.reading) {
    board.again = true;
    return board.reading;
  }
  board.reading = (async () => {
    for (;;) {
      board.again = false;
      const view = await liveView(slug, now());
      // From before the first reading on, so that no change falls between the two.
      if (view && !board.stop) {
        board.stop = hear(view.eventId, () => void refresh(slug, board));
        board.again = true;
      }
      if (!board.again) return view && snapshotOf(view);
    }
  })();
  try {
    board.snapshot = await board.reading;
    return board.snapshot;
  } finally {
    board.reading = undefined;
  }
}

async function refresh(slug: string, board: Board) {
  if (boards.get(slug) !== board) return;
  const first = board.reading === undefined;
  try {
    const snapshot = await read(slug, board);
    // The reading that was under way tells everybody by itself.
    if (first) for (const listener of [...board.listeners]) listener(snapshot);
  } catch (err) {
    board.snapshot = undefined;
    log.warn({ err }, "what happens could not be read");
    setTimeout(() => void refresh(slug, board), AGAIN).unref();
  }
}

function snapshotOf({ eventId: _, ...view }: LiveView & { eventId: string }): Snapshot {
  return { version: view.version, json: JSON.stringify(view) };
}
