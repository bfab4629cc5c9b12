"use client";

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { sendToListInput } from "@/domain/press-links/input";
import type { PressTarget } from "@/domain/press-links/rules";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { Section } from "../ui/section";
import { PressLinkForm, PressLinkList } from "./press-links";

type Props = {
  target: PressTarget;
  links: ComponentProps<typeof PressLinkList>["links"];
  zone: string;
  /** Whether anything of the text is under embargo now. */
  embargoed: boolean;
  /** How many of the press list have no link yet. */
  waiting: number;
  actions: { create: FormAction; revoke: FormAction; sendToList: FormAction };
};

/** Who of the press reads a text early, and letting more do so: one by one, or the whole press list. */
export function EarlyAccess({ target, links, zone, embargoed, waiting, actions }: Props) {
  const t = useTranslations("press");
  const locale = useLocale();
  return (
    <Section title={t("title")}>
      <div className="space-y-6">
        <p className="measure text-sm">{t("lead")}</p>
        {embargoed && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <ConfirmDialog
              trigger={t("sendAll")}
              title={t("sendAllTitle")}
              action={actions.sendToList}
              schema={sendToListInput as never}
              values={target}
              consequence={<p>{t("sendAllConsequence", { count: waiting })}</p>}
              confirm={t("sendAll")}
            />
            <Link className="link inline-block py-0.5 text-sm" href={`/${locale}/organize/press` as Route}>
              {t("seeList")}
            </Link>
          </div>
        )}
        <PressLinkList target={target} links={links} zone={zone} action={actions.revoke} />
        {embargoed && <PressLinkForm key={links.length} target={target} action={actions.create} />}
      </div>
    </Section>
  );
}
