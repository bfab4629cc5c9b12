import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ParticipationClass, ParticipationState } from "@/db/enums";
import { isLive } from "@/domain/delegations/rules";
import { nameLine } from "@/domain/names/rules";
import { StatusBadge } from "../status-badge";

export type Member = {
  id: string;
  name: string;
  courtesyTitle: string;
  functionalTitle: string;
  email: string | null;
  class: ParticipationClass;
  alternate: boolean;
  state: ParticipationState;
  stateReason: string;
};

type Props = {
  /** In the order they are shown: by class, then by name. */
  people: Member[];
  /** The address of a person's page, before their id. */
  base: string;
};

/** The people of a delegation with where each stands; those who left it stand folded away beneath. */
export function MemberList({ people, base }: Props) {
  const t = useTranslations("delegations");
  const live = people.filter(({ state }) => isLive(state));
  const gone = people.filter(({ state }) => !isLive(state));
  return (
    <div className="space-y-4">
      {live.length === 0 ? (
        <p className="text-muted text-sm">{t("noPeople")}</p>
      ) : (
        <Lines people={live} base={base} />
      )}
      {gone.length > 0 && (
        <details>
          <summary className="link inline-block min-h-6 text-sm">{t("gone", { count: gone.length })}</summary>
          <div className="mt-2">
            <Lines people={gone} base={base} />
          </div>
        </details>
      )}
    </div>
  );
}

function Lines({ people, base }: Props) {
  const t = useTranslations("delegations");
  const classes = useTranslations("enums.participationClass");
  return (
    <ul>
      {people.map((person) => (
        <li
          key={person.id}
          className="flex flex-wrap items-start gap-x-4 gap-y-1 border-rule border-t py-2.5"
        >
          <div className="min-w-0 grow text-sm">
            <Link
              href={`${base}/${person.id}` as Route}
              className="link-quiet inline-block min-h-6 font-medium text-base"
            >
              {nameLine(person)}
            </Link>
            <span className="block text-muted">
              {[
                classes(person.class),
                person.alternate ? t("alternate") : "",
                person.functionalTitle,
                person.email === null && isLive(person.state) ? t("noAddress") : "",
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {person.stateReason && (
              <span className="block text-muted">{t("because", { reason: person.stateReason })}</span>
            )}
          </div>
          <StatusBadge of="participationState" state={person.state} />
        </li>
      ))}
    </ul>
  );
}
