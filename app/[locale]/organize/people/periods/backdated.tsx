import "server-only";
import { getTranslations } from "next-intl/server";
import { PeriodMarks } from "@/components/periods/period-banner";
import { Notice } from "@/components/ui/notice";
import { groupProfile } from "@/domain/group/queries";
import { closedPeriodsBy } from "@/domain/periods/queries";
import { now } from "@/lib/clock";
import { dayIn } from "@/lib/time";

/** Before an announcement is published that belongs to a period that is over, by its event or by hand: what that does. */
export async function Backdated({ id }: { id: string }) {
  const at = now();
  const [t, { zone }] = await Promise.all([getTranslations("periods"), groupProfile()]);
  const today = dayIn(at, zone);
  const closed = (await closedPeriodsBy("announcement", [{ id, day: today }], today, at)).get(id);
  if (!closed) return null;
  return (
    <Notice tone="warning" title={t("backdated")}>
      <p>{t("backdatedText")}</p>
      <PeriodMarks periods={closed} />
    </Notice>
  );
}
