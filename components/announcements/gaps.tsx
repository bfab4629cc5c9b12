import { useTranslations } from "next-intl";
import type { Gap } from "@/domain/announcements/rules";
import { Notice } from "../ui/notice";

type Props = { languages: readonly { language: string; gaps: readonly Gap[] }[] };

/** What a reader might miss in each language; nothing where nothing is missing. */
export function Gaps({ languages }: Props) {
  const t = useTranslations("announcements.gaps");
  const lacking = languages.filter(({ gaps }) => gaps.length > 0);
  if (lacking.length === 0) return null;
  return (
    <Notice title={t("title")}>
      <ul className="list-disc ps-5">
        {lacking.flatMap(({ language, gaps }) =>
          gaps.map((gap) => (
            <li key={`${language} ${gap}`}>
              {language}: {t(gap)}
            </li>
          )),
        )}
      </ul>
    </Notice>
  );
}
