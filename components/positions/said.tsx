import { useLocale, useTranslations } from "next-intl";
import type { PositionKind } from "@/db/enums";
import { formatDay } from "@/lib/time";

type Props = {
  position: {
    kind: PositionKind;
    givenOn: string;
    withdrawnOn: string | null;
    text: string;
    paragraphIds: readonly string[];
    authority: string;
  };
  /** How each paragraph is spoken of. */
  references: ReadonlyMap<string, string>;
  /** Where its evidence is read. */
  evidence: string | undefined;
};

/** A position in full, for those who may read all of it. */
export function Said({ position, references, evidence }: Props) {
  const t = useTranslations("positions");
  const kinds = useTranslations("enums.positionKind");
  const locale = useLocale();
  const named = position.paragraphIds.map((id) => references.get(id) ?? "").filter(Boolean);
  return (
    <div className="space-y-1 text-sm [overflow-wrap:anywhere]">
      <p className="font-medium">{kinds(position.kind)}</p>
      {named.length > 0 && <p>{t("onParagraphs", { list: named.join(", "), count: named.length })}</p>}
      {position.text && <p className="measure whitespace-pre-line">{position.text}</p>}
      <p className="text-muted">
        {position.withdrawnOn
          ? t("fromTo", {
              from: formatDay(position.givenOn, locale),
              to: formatDay(position.withdrawnOn, locale),
            })
          : t("givenOn", { day: formatDay(position.givenOn, locale) })}
        {position.authority && ` · ${t("authorisedBy", { authority: position.authority })}`}
      </p>
      {evidence && (
        <p>
          <a className="link inline-block min-h-6" href={evidence} download>
            {t("evidence")}
          </a>
        </p>
      )}
    </div>
  );
}
