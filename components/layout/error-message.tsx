"use client";

import { Button } from "../ui/button";

type Words = { title: string; body: string; again: string; home: string; reference: string };
type Props = { words: Words; home: string; retry: () => void };

/** A page that could not be made: what happened, that nothing was lost, and what to do. Never the error's own words. */
export function ErrorMessage({ words, home, retry }: Props) {
  return (
    <div className="measure mx-auto w-full px-4 py-16">
      <h1 className="text-3xl">{words.title}</h1>
      <p className="mt-4">{words.body}</p>
      {words.reference && <p className="mt-2 text-muted text-sm">{words.reference}</p>}
      <p className="mt-6 flex flex-wrap items-center gap-4">
        <Button look="primary" onClick={retry}>
          {words.again}
        </Button>
        <a className="link" href={home}>
          {words.home}
        </a>
      </p>
    </div>
  );
}
