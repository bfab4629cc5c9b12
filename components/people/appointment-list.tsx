import { useLocale, useTranslations } from "next-intl";
import type { DatePrecision, Localized } from "@/db/enums";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { AppointmentForm } from "./appointment-form";
import { AppointmentWords } from "./appointment-words";

type Appointment = {
  id: string;
  revision: number;
  title: Localized;
  fromOn: string;
  fromPrecision: DatePrecision;
  toOn: string | null;
};

/** The offices a person holds, held or will hold, each to be changed in its place. */
export function AppointmentList({ held, action }: { held: readonly Appointment[]; action: FormAction }) {
  const t = useTranslations("people");
  const locale = useLocale();
  return (
    <ul>
      {held.map((appointment) => {
        const { id, revision, fromOn, fromPrecision, toOn } = appointment;
        const title = pick(appointment.title, locale);
        return (
          <li key={id} className="space-y-1 border-rule border-t py-3 first:border-t-0 first:pt-0">
            <p className="font-medium" lang={langOf(title, locale)}>
              {title.text}
            </p>
            <p className="text-muted text-sm">
              <AppointmentWords fromOn={fromOn} fromPrecision={fromPrecision} toOn={toOn} />
            </p>
            <details>
              <summary className="link inline-block min-h-6 text-sm">{t("editAppointment")}</summary>
              <div className="mt-4 border-rule border-s ps-4">
                <AppointmentForm
                  values={{ id, revision, fromOn, fromPrecision, toOn: toOn ?? "" }}
                  action={action}
                />
              </div>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
