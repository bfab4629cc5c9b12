import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** The language of the title where it is not the page's. */
  lang?: string;
  /** Left of the title, or above it where that leaves it no room: a flag, initials, a logo. Outside the h1, so that its text is the name alone. */
  mark?: ReactNode;
  /** Above the title: the kind of the thing, a way back. */
  above?: ReactNode;
  /** Under the title: state, dates, a sentence. */
  below?: ReactNode;
  /** What can be done with it. */
  actions?: ReactNode;
};

/** The head of a page: its one h1, what it is, and what can be done. */
export function PageHeading({ title, lang, mark, above, below, actions }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 grow">
        {above && <div className="mb-1 text-muted text-sm">{above}</div>}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          {mark}
          <h1 lang={lang} className="min-w-0 flex-1 basis-64 text-3xl">
            {title}
          </h1>
        </div>
        {below && <div className="mt-2 text-muted text-sm">{below}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
