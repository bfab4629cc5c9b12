import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { namesInOrder } from "@/domain/organisations/rules";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { CorrectNameForm } from "./correct-name-form";
import { ForgetName } from "./forget-name";
import { FormerNameWords } from "./former-name-words";

type Former = { id: string; name: Localized; formalName: Localized; untilOn: string };

type Props = {
  organisation: { id: string; revision: number; formerNames: readonly Former[] };
  actions: { correct: FormAction; forget: FormAction };
};

const empty = { en: "", sv: "" };

/** What an organisation was called before, each to be corrected in its place. */
export function FormerNames({ organisation, actions }: Props) {
  const t = useTranslations("organisations");
  const locale = useLocale();
  const { id, revision, formerNames } = organisation;
  return (
    <ul>
      {namesInOrder(formerNames).map(({ id: nameId, name, formalName, untilOn, fromOn }) => {
        const picked = pick(name, locale);
        return (
          <li key={nameId} className="space-y-1 border-rule border-t py-3 first:border-t-0 first:pt-0">
            <p lang={langOf(picked, locale)} className="font-medium [overflow-wrap:anywhere]">
              {picked.text}
            </p>
            <p className="text-muted text-sm">
              <FormerNameWords fromOn={fromOn} untilOn={untilOn} />
            </p>
            <details key={revision}>
              <summary className="link inline-block min-h-6 text-sm">{t("correctName")}</summary>
              <div className="mt-4 space-y-4 border-rule border-s ps-4">
                <CorrectNameForm
                  values={{
                    id,
                    revision,
                    nameId,
                    name: { ...empty, ...name },
                    formalName: { ...empty, ...formalName },
                    untilOn,
                  }}
                  action={actions.correct}
                />
                <ForgetName {...{ id, revision, nameId }} name={picked.text} action={actions.forget} />
              </div>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
