import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ParticipationState } from "@/db/enums";
import type { NextStep, SubmittingObstacle } from "@/domain/delegations/rules";
import { nameLine } from "@/domain/names/rules";
import type { FormAction } from "@/lib/form";
import { LinkButton } from "../ui/link-button";
import { Obstacles } from "./obstacles";
import { SubmitPeople } from "./submit-people";

type Props = {
  delegation: {
    id: string;
    next: NextStep;
    obstacles: readonly SubmittingObstacle[];
    people: {
      id: string;
      revision: number;
      name: string;
      courtesyTitle: string;
      state: ParticipationState;
    }[];
  };
  base: string;
  submit: FormAction;
};

/** The one thing a delegation should do next, with its button. */
export function NextStepPanel({ delegation, base, submit }: Props) {
  const t = useTranslations("delegations");
  const { id, next, obstacles, people } = delegation;
  const nominated = people.filter(({ state }) => state === "nominated");
  const waiting = nominated.map((person) => ({ ...person, name: nameLine(person) }));
  return (
    <div id="next" className="scroll-mt-4 space-y-4 border-accent border-s-4 bg-surface px-4 py-4">
      <p className="font-medium">{t(`next.${next}`)}</p>
      {(next === "head" || next === "nominate") && (
        <LinkButton look="primary" href={`${base}/nominate${next === "head" ? "?class=head" : ""}` as Route}>
          {t(`nextButton.${next}`)}
        </LinkButton>
      )}
      {next === "submit" && <SubmitPeople delegationId={id} people={waiting} action={submit} />}
      {next === "credentials" && (
        <a className="link inline-block min-h-6" href="#credentials">
          {t("nextButton.credentials")}
        </a>
      )}
      {waiting.length > 0 && next !== "closed" && <Obstacles obstacles={obstacles} />}
    </div>
  );
}
