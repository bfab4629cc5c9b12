"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { type Choice, SelectField } from "../form/choice-fields";

type Props = { help: string; pictures: readonly Choice[] };

/** The choice of a logo from the pictures of the library, and how it looks. */
export function LogoField({ help, pictures }: Props) {
  const t = useTranslations("media.logo");
  const locale = useLocale();
  const chosen: unknown = useWatch({ name: "logoId" });
  return (
    <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,24rem)_10rem]">
      <SelectField
        name="logoId"
        label={t("label")}
        help={pictures.length === 0 ? t("noPictures") : help}
        none={t("none")}
        choices={pictures}
        optional
      />
      {typeof chosen === "string" && chosen !== "" && (
        <div className="flex h-20 w-40 items-center justify-center bg-sunken">
          {/* biome-ignore lint/performance/noImgElement: its sizes are made already, and only editors may see it. */}
          <img
            src={`/${locale}/organize/media/${chosen}?w=480`}
            alt=""
            className="max-h-full max-w-full bg-plate"
          />
        </div>
      )}
    </div>
  );
}
