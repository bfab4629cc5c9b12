import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Time } from "../time";

type Props = { release: { number: number; releasedAt: Date }; zone: string; base: string };

/** Which release of the agenda is read and of when, with the way to what changed. */
export function ReleaseLine({ release, zone, base }: Props) {
  const locale = useLocale();
  const t = useTranslations("agenda.public");
  return (
    <p className="mb-3 text-muted text-sm">
      {t("release", { number: release.number })} <Time at={release.releasedAt} zone={zone} />.{" "}
      <Link className="link" href={`/${locale}${base}/changes` as Route}>
        {t("changes")}
      </Link>
    </p>
  );
}
