import { type RefObject, useEffect, useRef } from "react";

type Button = RefObject<HTMLButtonElement | null>;

type Moves = {
  back: Button;
  on: Button;
  /** Whether a press is still on its way. */
  pending: boolean;
  /** What is on the screen, which every move makes another. */
  version: number;
  /** How many presses were refused so far: a refusal changes nothing on the screen, but is an answer as well. */
  refusals: number;
};

/**
 * Lets the arrow keys and the page keys press back and on. The room sees a move before its answer is here, so a chair
 * may press again early: such a press waits for the answer, else it would be lost or start from a place already left.
 */
export function useKeys({ back, on, pending, version, refusals }: Moves) {
  const place = `${version} ${refusals}`;
  const waiting = useRef<Button[]>([]);
  const left = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waited was meant for the place before a refusal.
  useEffect(() => {
    waiting.current = [];
  }, [refusals]);
  useEffect(() => {
    const pressNext = () => {
      if (pending || left.current === place) return;
      let button = waiting.current.shift()?.current;
      while (button?.disabled) button = waiting.current.shift()?.current;
      if (!button) return;
      left.current = place;
      button.click();
    };
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input, select, textarea");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const button = { ArrowLeft: back, PageUp: back, ArrowRight: on, PageDown: on }[event.key];
      if (!button) return;
      event.preventDefault();
      // A key that is held down goes on as fast as the room follows, and no further once it is let go.
      if (event.repeat && (pending || left.current === place)) return;
      waiting.current.push(button);
      pressNext();
    };
    pressNext();
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [back, on, pending, place]);
}
