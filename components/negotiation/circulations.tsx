import { useTranslations } from "next-intl";
import { labelOf } from "@/domain/negotiations/rules";
import { Time } from "../time";

type Props = {
  /** The zero draft first. */
  circulations: {
    revisionId: string;
    circulation: number;
    number: number;
    note: string;
    at: Date;
    by: string;
  }[];
  zone: string;
};

/** What was sent round, the last first: what it is called, who sent it when, and the word that went with it. */
export function Circulations({ circulations, zone }: Props) {
  const t = useTranslations("negotiation");
  if (circulations.length === 0) return <p className="text-sm">{t("circulation.none")}</p>;
  return (
    <ol className="text-sm">
      {circulations.toReversed().map((one) => {
        const { key, number } = labelOf(one);
        return (
          <li key={one.revisionId} className="border-rule border-t py-2">
            <p>
              <span className="font-medium">{t(`label.${key}`, { number })}</span>{" "}
              {t("circulation.by", { name: one.by, number: one.number })}{" "}
              <Time at={one.at} zone={zone} className="text-muted" />
            </p>
            {one.note && <p className="measure whitespace-pre-line break-words text-muted">{one.note}</p>}
          </li>
        );
      })}
    </ol>
  );
}
