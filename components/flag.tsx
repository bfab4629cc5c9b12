import { cn } from "./ui/cn";

/** A country's flag beside its name, never instead of it: decorative, so readers hear the name once. */
export function Flag({ country, className }: { country: string; className?: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: a drawing of some hundred bytes needs no image pipeline.
    <img
      src={`/flags/${country}.svg`}
      alt=""
      width={18}
      height={12}
      loading="lazy"
      className={cn("inline-block h-3 w-[1.125rem] shrink-0 border border-rule align-baseline", className)}
    />
  );
}
