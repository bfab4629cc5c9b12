/** The first thing on a page for those who go through it by keyboard: past the menus. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:bg-surface focus:px-4 focus:py-2 focus:underline"
    >
      {children}
    </a>
  );
}
