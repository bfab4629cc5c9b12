import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AmendmentState, Locale } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { Badge, type Tone } from "../ui/badge";
import type { Amendment, Reference } from "./amendment";
import { Proposal } from "./proposal";

const tones: Record<AmendmentState, Tone> = {
  open: "warning",
  accepted: "success",
  consolidated: "success",
  bracketed: "info",
  rejected: "danger",
  withdrawn: "neutral",
};

type Props = {
  amendment: Amendment;
  /** The language of the text. */
  lang: Locale;
  references: Reference[];
  /** Where one amendment's page is. */
  base: string;
  own?: boolean;
  children?: ReactNode;
};

/** An amendment: who proposes what and why, where it stands, and what became of it. */
export function AmendmentCard({ amendment, lang, references, base, own, children }: Props) {
  const t = useTranslations("negotiation");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const name = pick(amendment.organisation, locale);
  const list = new Intl.ListFormat(locale);
  const number = t("amendments.number", { number: amendment.number });
  const sponsors = list.format(amendment.sponsors.map((one) => pick(one.name, locale).text));
  const others = list.format(amendment.others.map((one) => t("amendments.number", { number: one.number })));
  return (
    <article
      id={`a${amendment.number}`}
      aria-label={`${number}, ${name.text}`}
      className="scroll-mt-4 space-y-2 border-edge border-s-2 ps-3 text-sm"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link className="link font-semibold" href={`${base}/${amendment.id}` as Route}>
          {number}
        </Link>
        <span>{enums(`amendmentKind.${amendment.kind}`)}</span>
        <span lang={langOf(name, locale)} className="break-words">
          {t("amendments.by", { organisation: name.text })}
        </span>
        {own && <Badge tone="info">{t("desk.yours")}</Badge>}
        <Badge tone={tones[amendment.state]}>{enums(`amendmentState.${amendment.state}`)}</Badge>
        {amendment.misfit && <Badge tone="danger">{t("amendments.needsRebase")}</Badge>}
      </p>
      {amendment.misfit && <p className="text-danger">{t(`amendments.misfit.${amendment.misfit}`)}</p>}
      {others && <p className="font-medium text-warning">{t("amendments.conflicts", { others })}</p>}
      <Proposal amendment={amendment} locale={lang} references={references} />
      <p className="whitespace-pre-line break-words text-muted">
        {t("amendments.reason")}: {amendment.reason}
      </p>
      {sponsors && <p className="text-muted">{t("step.sponsoredBy", { organisations: sponsors })}</p>}
      {amendment.state !== "open" && (
        <p>
          {t("amendments.decidedBy", {
            outcome: enums(`amendmentState.${amendment.state}`),
            name: amendment.decidedBy,
          })}
          {amendment.decisionReason && ` · ${t("amendments.because", { reason: amendment.decisionReason })}`}
          {amendment.resultNumber !== null &&
            ` · ${t("amendments.result", { number: amendment.resultNumber })}`}
        </p>
      )}
      {children}
    </article>
  );
}
