"use client";

import { useTranslations } from "next-intl";
import { askErasureInput } from "@/domain/privacy/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";

type Props = { id: string; link: string; download: string; asked: boolean; ask: FormAction };

/** What is held about a participant, to take along or to have erased. Works without JavaScript. */
export function OwnData({ id, link, download, asked, ask }: Props) {
  const t = useTranslations("registration.data");
  return (
    <Section title={t("title")} className="mt-10 max-w-2xl">
      <p className="measure">{t("text")}</p>
      <p className="mt-3">
        <a className="link" href={download} download>
          {t("download")}
        </a>
      </p>
      <div className="mt-6">
        {asked ? (
          <Notice tone="info">{t("asked")}</Notice>
        ) : (
          <ConfirmForm
            action={ask}
            schema={askErasureInput}
            values={{ id, link }}
            consequence={<p>{t("askConsequence")}</p>}
            confirm={t("ask")}
            danger
          />
        )}
      </div>
    </Section>
  );
}
