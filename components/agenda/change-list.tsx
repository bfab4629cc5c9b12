import { useLocale, useTranslations } from "next-intl";
import type { AgendaAudience, Localized } from "@/db/enums";
import type { ChangeKind } from "@/domain/agenda/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { regional } from "@/lib/i18n/region";
import { formatRange } from "@/lib/time";
import { Badge, type Tone } from "../ui/badge";

type Side = {
  title: Localized;
  startsAt: Date;
  endsAt: Date;
  room: { name: string; building: string } | null;
  audience: AgendaAudience;
};

/** What became of one item from one release to the next. */
export type ChangeEntry = {
  id: string;
  kinds: ChangeKind[];
  before?: Side;
  after?: Side;
  joined: string[];
  left: string[];
};

const tones: Record<ChangeKind, Tone> = {
  new: "success",
  moved: "warning",
  people: "info",
  retitled: "info",
  details: "neutral",
  cancelled: "danger",
};

/** The difference between two releases, item by item: what it is now, and what it was. */
export function ChangeList({ changes, zone }: { changes: ChangeEntry[]; zone: string }) {
  return (
    <ul>
      {changes.map((change) => (
        <ChangeLine key={change.id} change={change} zone={zone} />
      ))}
    </ul>
  );
}

function ChangeLine({ change, zone }: { change: ChangeEntry; zone: string }) {
  const locale = useLocale();
  const t = useTranslations("agenda.changes");
  const { before, after, kinds } = change;
  const side = after ?? before;
  if (!side) return null;
  const title = pick(side.title, locale);
  const earlier = before && pick(before.title, locale);
  const list = (names: string[]) => new Intl.ListFormat(regional(locale)).format(names);
  return (
    <li className="grid gap-x-4 gap-y-1 border-rule border-t py-3 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span className="flex flex-wrap content-start gap-1">
        {kinds.map((kind) => (
          <Badge key={kind} tone={tones[kind]}>
            {t(`kind.${kind}`)}
          </Badge>
        ))}
      </span>
      <span className="min-w-0 space-y-0.5">
        <span className="block font-medium" lang={langOf(title, locale)}>
          {title.text}
          {side.audience === "participants" && <Badge className="ms-2">{t("participants")}</Badge>}
        </span>
        <Place side={side} zone={zone} gone={!after} />
        {before && kinds.includes("moved") && (
          <span className="block text-muted">
            {t("was")} <Place side={before} zone={zone} gone inline />
          </span>
        )}
        {earlier && kinds.includes("retitled") && (
          <span className="block text-muted">
            {t("was")} <s lang={langOf(earlier, locale)}>{earlier.text}</s>
          </span>
        )}
        {change.joined.length > 0 && (
          <span className="block">{t("joined", { names: list(change.joined) })}</span>
        )}
        {change.left.length > 0 && <span className="block">{t("left", { names: list(change.left) })}</span>}
      </span>
    </li>
  );
}

type PlaceProps = { side: Side; zone: string; gone?: boolean; inline?: boolean };

/** When and where: struck through where it is so no longer. */
function Place({ side, zone, gone = false, inline = false }: PlaceProps) {
  const locale = useLocale();
  const time = formatRange(side.startsAt, side.endsAt, zone, locale);
  const text = [time, side.room?.name, side.room?.building].filter(Boolean).join(", ");
  return <span className={inline ? undefined : "block tabular-nums"}>{gone ? <s>{text}</s> : text}</span>;
}
