/** A piece of a chart's line, as its key shows it beside the words: told apart by its dashes, not by colour alone. */
export function LineKey({ className, dashes }: { className: string; dashes?: string }) {
  return (
    <svg aria-hidden="true" width="28" height="4" className={className}>
      <line x1="0" x2="28" y1="2" y2="2" stroke="currentColor" strokeWidth="2.5" strokeDasharray={dashes} />
    </svg>
  );
}
