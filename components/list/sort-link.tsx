import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { query } from "@/lib/list";
import { Th } from "../ui/table";

type Props = {
  name: string;
  /** The order the list is in, `name` or `-name`. */
  sort: string;
  current: Record<string, string | undefined>;
  children: ReactNode;
};

/** The heading of a column that the list can be ordered by; a second time turns the order round. */
export function SortableTh({ name, sort, current, children }: Props) {
  const up = sort === name;
  const down = sort === `-${name}`;
  return (
    <Th aria-sort={up ? "ascending" : down ? "descending" : undefined}>
      <Link
        className="inline-flex min-h-6 items-center gap-1 hover:text-ink"
        href={query(current, { sort: up ? `-${name}` : name, page: undefined }) as never}
      >
        {children}
        {up && <ArrowUp aria-hidden className="size-3" />}
        {down && <ArrowDown aria-hidden className="size-3" />}
      </Link>
    </Th>
  );
}
