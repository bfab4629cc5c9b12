import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import type { FloorView } from "@/domain/statements/floor/rules";
import type { OptionHolders } from "@/domain/statements/inline/rules";
import { numbered, type Para } from "@/domain/statements/rules";
import { Follow } from "../../live/follow";
import { cn } from "../../ui/cn";
import { InlineText } from "../inline-text";
import { Amendment, type ShownAmendment } from "../views/with-amendments";
import { Centre } from "./centre";

type Floor = {
  revision: { title: string; locale: Locale; paragraphs: (Para & { holders?: OptionHolders[] })[] };
  label: string;
  version: number;
  view: FloorView;
  paragraphId: string | null;
  names: Record<string, string>;
  amendments: ShownAmendment[];
};
type Props = { base: string; light: boolean; floor: Floor | undefined };

/** The text as the room sees it from afar: the paragraph the chair is on in the middle, the others there but dimmed. */
export function Projection({ base, light, floor }: Props) {
  const t = useTranslations("statements.views");
  return (
    <main id="content" className="wrap-anywhere min-h-dvh bg-paper p-[4vmin] text-ink">
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 text-[max(0.875rem,2.2vmin)]">
        <h1 lang={floor?.revision.locale} className="text-[max(1rem,3vmin)]">
          {floor?.revision.title ?? t("projection")}
        </h1>
        <div className="flex flex-wrap items-baseline gap-x-6 text-muted">
          {floor && <p>{floor.label}</p>}
          <Follow stream={`${base}/stream`} />
          <a className="link py-1" href={light ? base : `${base}?light=1`}>
            {light ? t("dark") : t("light")}
          </a>
          <noscript>
            <a className="link py-1" href={light ? `${base}?light=1` : base}>
              {t("refresh")}
            </a>
          </noscript>
        </div>
      </header>
      {floor ? <Shown floor={floor} /> : <p className="text-[5vmin]">{t("notBegun")}</p>}
    </main>
  );
}

function Shown({ floor: { revision, version, view, paragraphId, names, amendments } }: { floor: Floor }) {
  const t = useTranslations("statements.text");
  return (
    <div
      lang={revision.locale}
      className="mx-auto max-w-[34em] py-[40vh] font-serif text-[max(1.25rem,4.4vmin)]"
    >
      <Centre id={paragraphId} version={version} />
      {numbered(revision.paragraphs).map(({ id, kind, text, number, holders }) => {
        const current = id === paragraphId;
        return (
          <section
            key={id}
            id={`p-${id}`}
            aria-current={current ? "true" : undefined}
            className={cn(
              "my-[3vmin] border-s-8 ps-[2vmin] leading-snug",
              current ? "border-accent" : "border-transparent text-muted",
              kind === "heading" && "font-semibold",
            )}
          >
            <p className="whitespace-pre-line">
              {number && (
                <span className="me-[1.5vmin] tabular-nums">
                  {kind === "annex" ? t("annex", { number }) : number}
                </span>
              )}
              <InlineText
                text={text}
                view={view === "clean" ? "clean" : "brackets"}
                holders={holders}
                names={names}
              />
            </p>
            {view === "changes" &&
              current &&
              amendments
                .filter((one) => one.paragraphId === id)
                .map((one) => <Amendment key={one.id} amendment={one} lang={revision.locale} large />)}
          </section>
        );
      })}
    </div>
  );
}
