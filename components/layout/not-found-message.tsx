import { getTranslations } from "next-intl/server";
import type { Locale } from "@/db/enums";

type Props = { locale: Locale };

/** Says that nothing is here, and where to go instead: a search and the main pages. */
export async function NotFoundMessage({ locale }: Props) {
  const t = await getTranslations({ locale, namespace: "layout" });
  const places = ["events", "statements", "members", "news"] as const;
  return (
    <div className="py-8">
      <p className="text-muted tabular">404</p>
      <h1 className="mt-2 text-3xl">{t("notFound.title")}</h1>
      <p className="measure mt-4">{t("notFound.body")}</p>
      <search className="mt-8 block max-w-md">
        <form action={`/${locale}/search`} className="flex items-end gap-2">
          <label className="grow">
            <span className="mb-1 block text-sm font-medium">{t("search.label")}</span>
            <input
              type="search"
              name="q"
              maxLength={200}
              className="w-full rounded-sm border border-edge bg-surface px-3 py-2"
            />
          </label>
          <button
            type="submit"
            className="rounded-sm bg-accent px-4 py-2 font-medium text-accent-contrast hover:bg-accent-strong"
          >
            {t("search.submit")}
          </button>
        </form>
      </search>
      <ul className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
        <li>
          <a className="link" href={`/${locale}`}>
            {t("nav.home")}
          </a>
        </li>
        {places.map((place) => (
          <li key={place}>
            <a className="link" href={`/${locale}/${place}`}>
              {t(`nav.${place}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
