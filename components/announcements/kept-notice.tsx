import { useTranslations } from "next-intl";
import { Notice } from "../ui/notice";

/** What became of what was kept while somebody wrote; nothing before there is something to say. */
export function KeptNotice({ state }: { state: "kept" | "overtaken" | undefined }) {
  const t = useTranslations("announcements.editor");
  if (state === "overtaken") return <Notice tone="warning">{t("overtaken")}</Notice>;
  return (
    <p role="status" className="text-muted text-sm empty:hidden">
      {state === "kept" ? t("kept") : null}
    </p>
  );
}
