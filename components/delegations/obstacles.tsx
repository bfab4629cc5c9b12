import { useTranslations } from "next-intl";
import type { SubmittingObstacle } from "@/domain/delegations/rules";
import { Notice } from "../ui/notice";

/** What stands in the way of submitting; nothing where nothing does. */
export function Obstacles({ obstacles }: { obstacles: readonly SubmittingObstacle[] }) {
  const t = useTranslations("delegations.submit");
  const words = useTranslations("delegations.obstacles");
  if (obstacles.length === 0) return null;
  return (
    <Notice tone="warning" title={t("before")}>
      <ul className="list-disc space-y-1 ps-5">
        {obstacles.map((code) => (
          <li key={code}>{words(code)}</li>
        ))}
      </ul>
    </Notice>
  );
}
