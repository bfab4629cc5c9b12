"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { asAttribute, FieldFrame, type FieldProps, useControl } from "./field";

type Props = FieldProps & {
  /** The zone the local time is meant in, by its name, printed beside the field. */
  zone: string;
};

/** A local date and time, sent as `YYYY-MM-DDTHH:MM`; the verb makes an instant of it with `zonedToInstant`. */
export function DateTimeField({ name, label, help, optional, className, zone }: Props) {
  const { control, initial } = useControl(name, { help, optional });
  const t = useTranslations("common");
  return (
    <FieldFrame {...{ name, label, help, optional, className }}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Input
          {...control}
          type="datetime-local"
          className="w-auto"
          defaultValue={asAttribute(initial).slice(0, 16)}
        />
        <span className="text-muted text-sm">{t("inZone", { zone: zone.replaceAll("_", " ") })}</span>
      </div>
    </FieldFrame>
  );
}
