import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { focalPoint } from "@/app/_request/actor";
import { DeskList } from "@/components/speakers/desk-list";
import { RequestForm } from "@/components/speakers/request-form";
import { AskSwap, OpenSwaps } from "@/components/speakers/swaps";
import { TimeRange } from "@/components/time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { listsAtDesk } from "@/domain/speakers/desk-queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { delegationHere } from "../delegation";
import {
  answerSwapAtDeskAction,
  askForFloorAction,
  askSwapAction,
  handInSpeechAction,
  takeBackAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("speakers");
  return { title: t("atDesk") };
}

/** The speakers' lists of an event for a delegation: asking for the floor, its text, and swaps. */
export default async function DeskSpeakersPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await focalPoint();
  const { event } = await delegationHere(id);
  const [t, locale, { lists, people }] = await Promise.all([
    getTranslations("speakers"),
    getLocale(),
    listsAtDesk(actor, id, now()),
  ]);
  const title = pick(event.title, locale);
  const base = `/${locale}/desk/events/${id}`;
  const choices = people.map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      <PageHeading
        title={t("atDesk")}
        above={
          <Link className="link" lang={langOf(title, locale)} href={base as Route}>
            {title.text}
          </Link>
        }
      />
      {lists.length === 0 && <EmptyState title={t("noLists")} />}
      <div className="space-y-10">
        {lists.map(({ item, closed, speakers, swaps }) => {
          const name = pick(item.title, locale);
          const place = (one: (typeof speakers)[number]) => ({
            value: one.id,
            label: [pick(one.organisation, locale).text, one.onBehalfOf].filter(Boolean).join(", "),
          });
          const waiting = speakers.filter((one) => one.state === "waiting");
          const own = waiting.filter((one) => one.own);
          const others = waiting.filter((one) => !one.own);
          return (
            <Section key={item.id} title={<span lang={langOf(name, locale)}>{name.text}</span>}>
              <div className="space-y-6">
                {item.startsAt && item.endsAt && (
                  <p className="text-muted text-sm">
                    <TimeRange from={item.startsAt} to={item.endsAt} zone={event.zone} />
                  </p>
                )}
                <DeskList
                  speakers={speakers}
                  base={`${base}/speakers`}
                  withdraw={takeBackAction}
                  handIn={handInSpeechAction}
                />
                {swaps.length > 0 && (
                  <OpenSwaps
                    swaps={swaps}
                    speakers={speakers}
                    own={speakers.filter((one) => one.own).map((one) => one.id)}
                    action={answerSwapAtDeskAction}
                  />
                )}
                {closed ? (
                  <p className="text-sm">{t("requestsClosed")}</p>
                ) : (
                  <details open={own.length === 0}>
                    <summary className="link inline-block min-h-6 text-sm">{t("request.title")}</summary>
                    <div className="mt-4">
                      <RequestForm
                        itemId={item.id}
                        own={actor.organisationId}
                        people={choices}
                        action={askForFloorAction}
                      />
                    </div>
                  </details>
                )}
                {own.length > 0 && others.length > 0 && (
                  <details>
                    <summary className="link inline-block min-h-6 text-sm">{t("swap.title")}</summary>
                    <div className="mt-4">
                      <AskSwap firsts={own.map(place)} seconds={others.map(place)} action={askSwapAction} />
                    </div>
                  </details>
                )}
              </div>
            </Section>
          );
        })}
      </div>
    </>
  );
}
