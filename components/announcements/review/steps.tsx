import { useTranslations } from "next-intl";
import type { Locale, ReviewStep } from "@/db/enums";
import { Time } from "../../time";

type Step = {
  id: string;
  revisionId: string;
  step: ReviewStep;
  remark: string;
  at: Date;
  byName: string;
};

type Props = {
  /** Oldest first. */
  steps: readonly Step[];
  revisions: readonly { id: string; locale: Locale; number: number }[];
  zone: string;
};

/** What was said of the revisions of one language, latest first. */
export function ReviewSteps({ steps, revisions, zone }: Props) {
  const t = useTranslations("announcements.review");
  const names = useTranslations("enums.reviewStep");
  return (
    <ol className="text-sm">
      {steps.toReversed().map((one) => (
        <li key={one.id} className="space-y-1 border-rule border-t py-2.5">
          <p>
            <span className="font-medium">{names(one.step)}</span>
            {" · "}
            {t("revision", { number: revisions.find(({ id }) => id === one.revisionId)?.number ?? 0 })}
            <span className="block text-muted">
              {t("by", { name: one.byName })} <Time at={one.at} zone={zone} />
            </span>
          </p>
          {one.remark && <p className="measure whitespace-pre-line [overflow-wrap:anywhere]">{one.remark}</p>}
        </li>
      ))}
    </ol>
  );
}
