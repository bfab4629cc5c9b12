import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Localized, OrganisationKind, Sector } from "@/db/enums";
import { type FormerName, namesInOrder } from "@/domain/organisations/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";

type Props = {
  member: {
    kind: OrganisationKind;
    formalName: Localized;
    formerNames: readonly FormerName[];
    country: string | null;
    sectors: Sector[];
    website: string | null;
  };
};

/** What is known of a member besides its name: in full and before, where, in what, and its own site. */
export function MemberFacts({ member }: Props) {
  const locale = useLocale();
  const t = useTranslations("members");
  const sector = useTranslations("enums.sector");
  const formal = pick(member.formalName, locale);
  const seat = member.kind !== "country" && member.country;
  const former = namesInOrder(member.formerNames);
  if (!formal.text && !seat && member.sectors.length + former.length === 0 && !member.website) return null;
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-y-2">
      {formal.text && (
        <Fact name={t("formalName")}>
          <span lang={langOf(formal, locale)}>{formal.text}</span>
        </Fact>
      )}
      {former.length > 0 && (
        <Fact name={t("formerNames")}>
          {former.map(({ name, fromOn, untilOn }) => {
            const picked = pick(name, locale);
            const words = { name: picked.text, day: formatDay(untilOn, locale) };
            return (
              <span key={untilOn} className="block">
                {fromOn
                  ? t("calledBetween", { ...words, from: formatDay(fromOn, locale) })
                  : t("called", words)}
              </span>
            );
          })}
        </Fact>
      )}
      {member.sectors.length > 0 && (
        <Fact name={t("sectors")}>{member.sectors.map((one) => sector(one)).join(", ")}</Fact>
      )}
      {seat && (
        <Fact name={t("seat")}>{new Intl.DisplayNames(locale, { type: "region" }).of(seat) ?? seat}</Fact>
      )}
      {member.website && (
        <Fact name={t("website")}>
          <a href={member.website} rel="noreferrer" className="link break-all">
            {member.website.replace(/^https?:\/\/(?:www\.)?|\/$/g, "")}
          </a>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="mb-2 [overflow-wrap:anywhere] sm:mb-0">{children}</dd>
    </>
  );
}
