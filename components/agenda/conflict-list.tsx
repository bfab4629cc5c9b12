import { useTranslations } from "next-intl";
import type { FindingKind } from "@/db/enums";
import { type Finding, itemsOf } from "@/domain/agenda/rules";
import { Notice } from "../ui/notice";
import { FindingText, type FindingTextProps } from "./finding-text";

/** So many are read at a glance; the rest unfold. */
const atOnce = 12;

type Props = Omit<FindingTextProps, "finding" | "hard"> & {
  findings: Finding[];
  /** The kinds that hold back a release. */
  hard: readonly FindingKind[];
  /** Instead of counting them. */
  title?: string;
};

/** Everything that cannot be held as planned: which items, over what, and a way out. What holds back a release first. */
export function ConflictList({ findings, hard, title, ...rest }: Props) {
  const t = useTranslations("agenda");
  if (findings.length === 0) return null;
  const inOrder = findings.toSorted((a, b) => Number(hard.includes(b.kind)) - Number(hard.includes(a.kind)));
  const line = (finding: Finding) => (
    <FindingText key={keyOf(finding)} finding={finding} hard={hard.includes(finding.kind)} {...rest} />
  );
  const more = inOrder.slice(atOnce);
  return (
    <Notice
      tone={findings.some((one) => hard.includes(one.kind)) ? "danger" : "warning"}
      title={title ?? t("conflicts", { count: findings.length })}
      className="mb-6"
    >
      <ul className="space-y-2">{inOrder.slice(0, atOnce).map(line)}</ul>
      {more.length > 0 && (
        <details>
          <summary className="link mt-2 inline-block min-h-6">
            {t("moreFindings", { count: more.length })}
          </summary>
          <ul className="mt-2 space-y-2">{more.map(line)}</ul>
        </details>
      )}
    </Notice>
  );
}

function keyOf(finding: Finding) {
  const over =
    "personId" in finding ? finding.personId : "organisationId" in finding ? finding.organisationId : "";
  return `${finding.kind}${itemsOf(finding).join()}${over}`;
}
