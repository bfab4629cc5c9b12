import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CredentialsState } from "@/db/enums";
import { formatDay } from "@/lib/time";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";

export type Letter = {
  id: string;
  issuer: string;
  issuedOn: string;
  state: CredentialsState;
  stateReason: string;
  uploadedBy: string;
  uploadedAt: Date;
  erasedAt: Date | null;
};

type Props = {
  /** The latest first: that one counts. */
  letters: Letter[];
  zone: string;
  /** The address of a letter's file, before its id. */
  base: string;
  /** What can be decided about the one that counts. */
  decision?: (letter: Letter) => ReactNode;
};

/** The credentials letters of a delegation, with what became of each. */
export function Letters({ letters, zone, base, decision }: Props) {
  const locale = useLocale();
  const t = useTranslations("delegations.credentials");
  const because = useTranslations("delegations");
  if (letters.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  return (
    <ul>
      {letters.map((letter, position) => {
        const day = formatDay(letter.issuedOn, locale);
        return (
          <li key={letter.id} className="space-y-2 border-rule border-t py-3 text-sm">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <StatusBadge of="credentialsState" state={letter.state} />
              <span>{t("signedBy", { issuer: letter.issuer, day })}</span>
            </p>
            <p className="text-muted">
              {t("uploaded", { name: letter.uploadedBy })} <Time at={letter.uploadedAt} zone={zone} />
            </p>
            {letter.stateReason && <p>{because("because", { reason: letter.stateReason })}</p>}
            {letter.erasedAt ? (
              <p className="text-muted">{t("erased")}</p>
            ) : (
              <a className="link inline-block min-h-6" href={`${base}/${letter.id}`} download>
                {t("download", { day })}
              </a>
            )}
            {position === 0 && letter.state === "received" && decision?.(letter)}
          </li>
        );
      })}
    </ul>
  );
}
