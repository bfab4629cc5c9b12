import { useLocale } from "next-intl";
import type { Localized } from "@/db/enums";
import { fitted } from "@/domain/media/rules";
import { langOf, pick } from "@/lib/i18n/pick";

type Props = {
  logo: { id: string; alt: Localized; width: number | null; height: number | null };
  /** The address of the member's page, below which its logo lies. */
  page: string;
};

/** The most a logo takes beside a name, in pixels of the page. */
const box = { width: 160, height: 80 };

/** A member's logo beside its name: its place is kept before it is there, and it is never shown larger than it is. */
export function MemberLogo({ logo, page }: Props) {
  const locale = useLocale();
  const alt = pick(logo.alt, locale);
  const { width, height } = logo;
  return (
    // biome-ignore lint/performance/noImgElement: its sizes are made already, and its page decides who may see it.
    <img
      src={`${page}/logo/${logo.id}?w=480`}
      alt={alt.text}
      lang={langOf(alt, locale)}
      {...(width && height ? fitted({ width, height }, box) : box)}
      className="h-auto max-w-24 shrink-0 bg-plate sm:max-w-none dark:p-1"
    />
  );
}
