"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to an element once after every refused attempt, as soon as the element is there. */
export function useFocusAfter(attempts: number, element: RefObject<HTMLElement | null>) {
  const answered = useRef(0);
  useEffect(() => {
    if (attempts === answered.current || !element.current) return;
    answered.current = attempts;
    element.current.focus();
  });
}
