type Part = {
  /** A share of the whole, from 0 to 1. */
  share: number;
  look: "full" | "light";
};

/** A bar of one or two parts, for beside the numbers it draws: decorative, so that readers hear the numbers once. */
export function Bar({ parts }: { parts: readonly Part[] }) {
  let from = 0;
  const drawn = parts.map((part) => {
    const x = from;
    from = Math.min(1, from + part.share);
    return { ...part, x: x * 100, width: Math.max(0, from - x) * 100 };
  });
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      className="h-3 w-full min-w-24 bg-sunken"
    >
      {drawn.map(({ look, x, width }) => (
        <rect
          key={look}
          x={x}
          y="0"
          width={width}
          height="10"
          className={look === "full" ? "text-accent" : "text-accent-soft"}
          fill="currentColor"
        />
      ))}
      {drawn.map(({ look, x, width }) =>
        look === "light" && width > 0 ? (
          // The light part is told from the ground by its edge, whatever the colours are.
          <rect
            key={look}
            x={x}
            y="0"
            width={width}
            height="10"
            className="text-accent"
            fill="none"
            stroke="currentColor"
            strokeDasharray="2 2"
            vectorEffect="non-scaling-stroke"
          />
        ) : null,
      )}
    </svg>
  );
}
