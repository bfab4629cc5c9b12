import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { shownRelease } from "@/app/_request/release-views";
import { Live } from "@/components/figures/live";
import { ListFilter } from "@/components/list/list-filter";
import { ReleaseNow } from "@/components/releases/release-now";
import { Sheet } from "@/components/run-of-show/sheet";
import { TickForm } from "@/components/run-of-show/tick-form";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PrintButton } from "@/components/ui/print-button";
import { can } from "@/domain/access/can";
import { releasesAtItems } from "@/domain/releases/queries";
import { cueState, ownersOf, sheetOf } from "@/domain/run-of-show/rules";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import type { SearchParams } from "@/lib/list";
import { publishReleaseAction } from "../../../../releases/actions";
import { tickAction, untickAction } from "./actions";
import { Panel } from "./panel";
import { showAsked, showHere } from "./show";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("runOfShow");
  return { title: t("title") };
}

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** The run of show: minute by minute, to be read, ticked and printed, and changed where it stands. */
export default async function RunOfShowPage({ params, searchParams }: Props) {
  const at = now();
  const { id } = await params;
  const [show, asked, t, locale] = await Promise.all([
    showHere(id),
    searchParams.then((all) => showAsked.parse(all)),
    getTranslations("runOfShow"),
    getLocale(),
  ]);
  const { actor, event, items, rows } = show;
  const waiting = can(actor, "release.list") ? await releasesAtItems(actor, event.id, at) : [];
  const owners = ownersOf(rows, locale);
  const owner = asked.owner && owners.includes(asked.owner) ? asked.owner : undefined;
  const shown = owner ? rows.filter((row) => row.owner === owner) : rows;
  const { days, untimed } = sheetOf(items, shown, event.zone);
  const base = `/${locale}/organize/events/${id}/agenda/run-of-show`;
  const edits = can(actor, "run-of-show.edit");
  const ticks = can(actor, "run-of-show.tick");
  const under = asked.edit ?? asked.copy ?? asked.add;
  const panel = edits && under ? <Panel show={show} asked={asked} base={base} /> : undefined;
  const late = rows.filter((row) => cueState(row, at) === "late").length;
  const add = edits && (
    <LinkButton size="small" look="primary" href={`${base}?add=day` as Route}>
      {t("add")}
    </LinkButton>
  );
  const query = owner ? `&owner=${encodeURIComponent(owner)}` : "";
  return (
    <>
      <h2 className="sr-only print:not-sr-only print:mb-4 print:text-xl">{t("title")}</h2>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm print:hidden">
        <p className="me-auto">
          {t("count", { done: rows.filter((row) => row.doneAt).length, of: rows.length })}
          {late > 0 && (
            <span className="ms-2 font-medium text-danger">{t("lateCount", { count: late })}</span>
          )}
        </p>
        <Live />
        <a className="link" href={`${base}/export?as=xlsx${query}`}>
          {t("xlsx")}
        </a>
        <a className="link" href={`${base}/export?as=csv${query}`}>
          {t("csv")}
        </a>
        <PrintButton>{t("print")}</PrintButton>
        {add}
      </div>
      {owners.length > 1 && (
        <ListFilter
          filters={[
            {
              name: "owner",
              label: t("owner"),
              value: owner,
              any: t("anyOwner"),
              choices: owners.map((value) => ({ value, label: value })),
            },
          ]}
        />
      )}
      <ReleaseNow
        releases={waiting.map((one) => ({
          ...shownRelease(one, locale),
          item: pick(one.item ?? {}, locale).text,
        }))}
        action={can(actor, "release.publish") ? publishReleaseAction : undefined}
      />
      {asked.add === "day" && panel && <div className="mb-8 bg-sunken p-4">{panel}</div>}
      {rows.length === 0 && items.length === 0 ? (
        <EmptyState title={t("none")} action={add} />
      ) : (
        <Sheet
          days={days}
          untimed={untimed}
          zone={event.zone}
          at={at}
          tick={(row) =>
            ticks && (
              <TickForm
                // What was refused stays in sight where the row has changed meanwhile.
                key={String(row.doneAt)}
                row={{ id: row.id, revision: row.revision, cue: row.cue }}
                done={row.doneAt !== null}
                action={row.doneAt ? untickAction : tickAction}
              />
            )
          }
          links={
            edits
              ? {
                  edit: (rowId) => `${base}?edit=${rowId}#cue-${rowId}`,
                  add: (itemId) => `${base}?add=${itemId}#item-${itemId}`,
                  copy: (itemId) => `${base}?copy=${itemId}#item-${itemId}`,
                }
              : undefined
          }
          open={under && panel ? { under, form: panel } : undefined}
        />
      )}
    </>
  );
}
