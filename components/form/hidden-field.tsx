"use client";

import { useField, useFormAround } from "./context";
import { asAttribute } from "./field";
import { theirsOf } from "./stale-notice";

/** A value that goes with the form unseen: an id. It comes from the form's `defaults`. */
export function HiddenField({ name }: { name: string }) {
  const { initial } = useField(name);
  return <input type="hidden" name={name} value={asAttribute(initial)} />;
}

/**
 * The revision the change is made on. After a stale refusal it is the one that was shown beside it, so that saving
 * again is made with both texts seen.
 */
export function RevisionField({ name = "revision" }: { name?: string }) {
  const { state, defaults } = useFormAround();
  const theirs = state.serverError?.code === "stale" ? theirsOf(state.serverError.attached) : undefined;
  return <input type="hidden" name={name} value={asAttribute(theirs?.revision ?? defaults[name])} />;
}
