import { getTranslations } from "next-intl/server";
import { AddressForm } from "@/components/announcements/address-form";
import { Section } from "@/components/ui/section";
import { locales } from "@/db/enums";
import type { announcementForOrganizer } from "@/domain/announcements/organizer-queries";
import { changeAddressAction } from "./address-actions";

type Props = { announcement: Awaited<ReturnType<typeof announcementForOrganizer>> };

/** The address of each language that has a text. */
export async function Addresses({ announcement }: Props) {
  const { id, slug: base, addresses, latest } = announcement;
  const [t, enums] = await Promise.all([
    getTranslations("announcements.addresses"),
    getTranslations("enums.locale"),
  ]);
  return (
    <Section title={t("title")}>
      <div className="space-y-8">
        <p className="measure text-sm">{t("lead")}</p>
        {locales
          .filter((lang) => latest[lang])
          .map((lang) => {
            const own = addresses.filter((one) => one.locale === lang);
            return (
              <AddressForm
                key={lang}
                id={id}
                locale={lang}
                language={enums(lang)}
                slug={own.find((one) => one.present)?.slug ?? ""}
                base={base}
                former={own.filter((one) => !one.present).map((one) => one.slug)}
                action={changeAddressAction}
              />
            );
          })}
      </div>
    </Section>
  );
}
