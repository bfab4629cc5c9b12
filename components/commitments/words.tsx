import { useLocale } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";

type Props = { as?: "p" | "h3"; of: Localized; className?: string };

/** A public text in the reader's language, else in the one it has, which is marked; nothing where it has none. */
export function Words({ as: As = "p", of, className }: Props) {
  const locale = useLocale();
  const words = pick(of, locale);
  if (words.text === "") return null;
  return (
    <As lang={langOf(words, locale)} className={cn("[overflow-wrap:anywhere]", className)}>
      {words.text}
    </As>
  );
}
