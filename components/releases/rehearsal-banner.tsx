import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/lib/form";
import { formatInstant } from "@/lib/time";
import { EndRehearsal } from "./end-rehearsal";

type Props = {
  rehearsal: { id: string; title: string; zone: string; at: Date };
  /** Ends the rehearsal. */
  end: FormAction;
};

/** Above every public page while it is shown as it will be: which release, as of when, and the way out. */
export function RehearsalBanner({ rehearsal, end }: Props) {
  const locale = useLocale();
  const t = useTranslations("releases.rehearsal");
  const when = formatInstant(rehearsal.at, rehearsal.zone, locale);
  return (
    <aside
      aria-label={t("label")}
      className="flex flex-wrap items-center gap-x-6 gap-y-2 border-warning border-b-4 bg-warning-soft px-4 py-3 text-sm print:hidden"
    >
      <p className="min-w-0 grow basis-72 break-words">{t("banner", { title: rehearsal.title, when })}</p>
      <Link className="link min-h-6" href={`/${locale}/organize/releases/${rehearsal.id}` as Route}>
        {t("back")}
      </Link>
      <EndRehearsal label={t("end")} action={end} />
    </aside>
  );
}
