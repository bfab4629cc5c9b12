import "server-only";
import { getTranslations } from "next-intl/server";
import { formatDay, formatInstant } from "@/lib/time";
import type { ParticipantsAsked } from "./filter";

type Choice = { value: string; label: string };
type Choices = { organisations: Choice[]; delegations: Choice[] };
type Reader = { locale: string; zone: string };

/** The filters of a list that are set, in words. */
export async function chipsOf(asked: ParticipantsAsked, choices: Choices, { locale, zone }: Reader) {
  const [t, enums] = await Promise.all([getTranslations("participations"), getTranslations("enums")]);
  const named = (of: Choice[], id: string) =>
    of.find((choice) => choice.value === id)?.label ?? t("filter.gone");
  const or = new Intl.ListFormat(locale, { type: "disjunction" });
  const {
    state,
    class: classes,
    level,
    organisation,
    delegation,
    pool,
    tag,
    listed,
    needs,
    checkedIn,
    since,
  } = asked;
  const since_ = since?.includes("T")
    ? formatInstant(new Date(since), zone, locale)
    : since && formatDay(since, locale);
  const words: Record<string, [label: string, text: string | undefined]> = {
    state: [t("state"), state && or.format(state.map((one) => enums(`participationState.${one}`)))],
    class: [t("class"), classes && or.format(classes.map((one) => enums(`participationClass.${one}`)))],
    level: [t("list.level"), level && enums(`participationLevel.${level}`)],
    organisation: [t("organisation"), organisation && named(choices.organisations, organisation)],
    delegation: [
      t("filter.delegation"),
      delegation === "none" ? t("filter.noDelegation") : delegation && named(choices.delegations, delegation),
    ],
    pool: [t("list.pool"), pool && enums(`poolKind.${pool}`)],
    tag: [t("filter.tag"), tag],
    listed: [t("list.listed"), listed && t(`filter.${listed}`)],
    needs: [t("list.needs"), needs && t(`filter.${needs}`)],
    checkedIn: [t("list.checkedIn"), checkedIn && t(`filter.${checkedIn}`)],
    since: [t("filter.changed"), since_],
  };
  return Object.entries(words).flatMap(([name, [label, text]]) =>
    text ? [{ name, text: t("filter.chip", { label, text }) }] : [],
  );
}
