import { useTranslations } from "next-intl";
import { LinkButton } from "../ui/link-button";

/** Says that nothing is here for this person, and the way back. */
export function WorkspaceNotFound({ home }: { home: string }) {
  const t = useTranslations("layout.notFoundInside");
  return (
    <>
      <h1 className="text-2xl">{t("title")}</h1>
      <p className="measure mt-3 mb-6">{t("body")}</p>
      <LinkButton href={home as "/"}>{t("home")}</LinkButton>
    </>
  );
}
