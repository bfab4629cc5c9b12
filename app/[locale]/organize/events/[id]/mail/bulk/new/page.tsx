import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ListFilter } from "@/components/list/list-filter";
import { MailingForm } from "@/components/mailing/mailing-form";
import { RecipientsSummary } from "@/components/mailing/recipients-summary";
import { Section } from "@/components/ui/section";
import { participationClasses, participationStates } from "@/db/enums";
import { whoWouldGet } from "@/domain/mailings/queries";
import { mailingTargets } from "@/domain/mailings/rules";
import { oneOf, type SearchParams } from "@/lib/list";
import { eventHere } from "../../../event";
import { composeAction } from "../../actions";
import { participantsOf, queryOf } from "../../filter";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailing.bulk");
  return { title: t("new") };
}

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** The parts of the filter that have a field of their own here; all others go on as they stand in the address. */
const shown = ["q", "state", "class"] as const;

/** Writing a bulk mail: first to whom, by the filter of the participants' list, then what. */
export default async function NewMailingPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const { actor } = await eventHere(id);
  const target = oneOf(mailingTargets).parse(asked.target) ?? "participants";
  const query = queryOf(asked, ["target"]);
  const filter = participantsOf(query);
  const [t, targets, enums, locale, who] = await Promise.all([
    getTranslations("mailing.bulk"),
    getTranslations("enums.mailingTarget"),
    getTranslations("enums"),
    getLocale(),
    whoWouldGet(actor, id, target, filter),
  ]);
  const one = (name: (typeof shown)[number]) =>
    asked[name] === undefined || typeof asked[name] === "string" ? (asked[name] ?? "") : undefined;
  const others = [
    ...new URLSearchParams(queryOf(asked, ["target", ...shown.filter((name) => one(name) !== undefined)])),
  ];
  const byFilter = target === "participants";
  const choose = (name: "state" | "class", any: string, choices: { value: string; label: string }[]) =>
    byFilter && one(name) !== undefined
      ? [
          {
            name,
            label: t(name === "state" ? "participantState" : "participantClass"),
            value: one(name),
            any,
            choices,
          },
        ]
      : [];
  return (
    <div className="space-y-8">
      <p className="measure text-muted text-sm">{t("newLead")}</p>
      <Section
        title={t("recipients")}
        aside={
          byFilter && (
            <Link className="link" href={`/${locale}/organize/events/${id}/participants?${query}` as Route}>
              {t("fromList")}
            </Link>
          )
        }
      >
        <ListFilter
          q={byFilter ? one("q") : undefined}
          filters={[
            {
              name: "target",
              label: t("to"),
              value: target,
              choices: mailingTargets.map((value) => ({ value, label: targets(value) })),
            },
            ...choose(
              "state",
              t("anyState"),
              participationStates.map((value) => ({ value, label: enums(`participationState.${value}`) })),
            ),
            ...choose(
              "class",
              t("anyClass"),
              participationClasses.map((value) => ({ value, label: enums(`participationClass.${value}`) })),
            ),
          ]}
          aside={others.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
        />
        <RecipientsSummary {...who} />
      </Section>
      {who.recipients.length > 0 && (
        <Section title={t("what")}>
          <MailingForm
            key={`${target}?${query}`}
            target={target}
            values={{ eventId: id, target, query, subject: {}, body: {}, withCalendar: false }}
            action={composeAction}
          />
        </Section>
      )}
    </div>
  );
}
