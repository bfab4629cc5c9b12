"use client";

import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { formObject } from "@/lib/form";
import type { ActionForm } from "../form/use-action-form";

/** How often what is written is kept, and how much a page may still send while it is left. */
const every = 20_000;
const mostWhenLeaving = 60_000;

type Options = {
  /** Anything inside of the form. */
  inside: RefObject<HTMLInputElement | null>;
  form: ActionForm;
  /** Where it is posted to. */
  address: string;
  /** What was kept is the revision on which the next save is made. */
  onKept: (id: string) => void;
};

/**
 * Keeps what somebody writes as revisions of its own: every so often while it changes, and when the page is left. A
 * save waits for one that is under way, or it would be made on a revision that is not the latest any more. What cannot
 * be kept, because somebody else saved meanwhile, is said; saving then shows both texts.
 */
export function useKept({ inside, form, address, onKept }: Options) {
  const kept = useRef<string>(undefined);
  const underWay = useRef<Promise<void>>(undefined);
  const stopped = useRef(false);
  const [state, setState] = useState<"kept" | "overtaken">();

  const keep = useCallback(
    async (leaving: boolean) => {
      const written = wordsIn(inside);
      if (!written || underWay.current || stopped.current || kept.current === written.words) return;
      const body = JSON.stringify({ ...written.values, stillRight: [], noEffect: "" });
      underWay.current = fetch(address, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
        keepalive: leaving && body.length < mostWhenLeaving,
      })
        .then(async (answer) => {
          stopped.current = answer.status === 409;
          if (stopped.current) setState("overtaken");
          // What cannot be saved as it is, such as a text without a title yet, is tried again once it is another.
          if (answer.status === 400) kept.current = written.words;
          if (!answer.ok) return;
          const { id } = (await answer.json()) as { id: string };
          kept.current = written.words;
          onKept(id);
          setState("kept");
        })
        .catch(() => undefined)
        .finally(() => {
          underWay.current = undefined;
        });
      await underWay.current;
    },
    [inside, address, onKept],
  );

  useEffect(() => {
    kept.current = wordsIn(inside)?.words;
    const timer = setInterval(() => void keep(false), every);
    const onHidden = () => document.visibilityState === "hidden" && void keep(true);
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onHidden);
    };
  }, [inside, keep]);

  useEffect(() => {
    if (!form.done) return;
    kept.current = wordsIn(inside)?.words;
    stopped.current = false;
    setState(undefined);
  }, [inside, form.done]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!underWay.current) return form.onSubmit(event);
    event.preventDefault();
    const element = event.currentTarget;
    void underWay.current.then(() => setTimeout(() => element.requestSubmit()));
  };
  return { state, form: { ...form, onSubmit } };
}

/** What stands in the form, and the same without the revision it is made on: by that it is known whether it changed. */
function wordsIn(inside: Options["inside"]) {
  const element = inside.current?.form;
  if (!element) return undefined;
  const values = formObject(new FormData(element)) as Record<string, unknown>;
  const { basedOn: _, stillRight: __, noEffect: ___, ...words } = values;
  return { values, words: JSON.stringify(words) };
}
