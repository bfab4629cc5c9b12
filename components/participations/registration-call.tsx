import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import { doorWords, lets, type RegistrationDoor } from "@/domain/participations/rules";
import { Time } from "../time";
import { LinkButton } from "../ui/link-button";
import { Section } from "../ui/section";

type Props = {
  door: RegistrationDoor;
  /** Seats that anybody may still take. */
  free: number;
  event: {
    slug: string;
    zone: string;
    endsAt: Date;
    registrationOpensAt: Date | null;
    registrationClosesAt: Date | null;
  };
};

/** The way in, or why there is none. Nothing where registering was never meant. */
export function RegistrationCall({ door, free, event }: Props) {
  const locale = useLocale();
  const t = useTranslations("participations");
  if (door === "not_public" || door === "cancelled" || door === "no_registration") return null;
  const until = event.registrationClosesAt ?? event.endsAt;
  return (
    <Section title={t("registration")} className="print:hidden">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="measure text-sm">
          {t(`door.${doorWords(door, free)}`)}{" "}
          {door === "not_yet" && event.registrationOpensAt && (
            <>
              {t("opens")} <Time at={event.registrationOpensAt} zone={event.zone} />.
            </>
          )}
          {lets(door) && (
            <>
              {t("closes")} <Time at={until} zone={event.zone} />.
            </>
          )}
        </p>
        {lets(door) && (
          <LinkButton look="primary" href={`/${locale}/events/${event.slug}/register` as Route}>
            {t("register")}
          </LinkButton>
        )}
      </div>
    </Section>
  );
}
