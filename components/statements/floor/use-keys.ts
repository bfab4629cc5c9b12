import { type RefObject, useEffect, useRef } from "react";

type Button = RefObject<HTMLButtonElement | null>;

type Moves = {
  back: Button;
  on: Button;
  /** Whether a press is still on its way. */
  pending: boolean;
  /** What the next press starts from; another one after every answer. */
  place: string;
};

/**
 * Lets the arrow keys and the page keys press back and on. The room sees a move before its answer is here, so a chair
 * may press again early: such a press waits for the answer, else it would be lost or start from a place already left.
 */
export function useKeys({ back, on, pending, place }: Moves) {
  const waiting = useRef<Button[]>([]);
  const left = useRef<string>(undefined);
  useEffect(() => {
    const pressNext = () => {
      if (pending || left.current === place) return;
      const button = waiting.current.shift()?.current;
      if (!button || button.disabled) return;
      left.current = place;
      button.click();
    };
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input, select, textarea");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const button = { ArrowLeft: back, PageUp: back, ArrowRight: on, PageDown: on }[event.key];
      if (!button) return;
      event.preventDefault();
      waiting.current.push(button);
      pressNext();
    };
    pressNext();
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [back, on, pending, place]);
}
