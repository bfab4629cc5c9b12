import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { PublicAgenda } from "./public-agenda";
import { ZoneSwitch } from "./zone-switch";

/** The agenda with the choice of the zone its times are told in. */
export function ZonedAgenda(props: ComponentProps<typeof PublicAgenda>) {
  const t = useTranslations("events");
  return (
    <ZoneSwitch
      zone={props.zone}
      words={{
        // Filled in where the reader chooses the zone.
        times: t("timesIn", { zone: "{zone}" }),
        group: t("zone.group"),
        event: t("zone.event"),
        own: t("zone.own"),
      }}
    >
      <PublicAgenda {...props} />
    </ZoneSwitch>
  );
}
