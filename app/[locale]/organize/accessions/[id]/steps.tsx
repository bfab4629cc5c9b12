import { ApproveStep, BoardStep, DeclineStep, ReviewStep, WithdrawStep } from "@/components/accessions/steps";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import type { accessionForOrganizer } from "@/domain/accessions/organizer-queries";
import { isOpen, needsBoard } from "@/domain/accessions/rules";
import { approveAction, declineAction, reviewAction, sendToBoardAction, withdrawAction } from "../actions";

type Props = {
  actor: Actor;
  accession: Awaited<ReturnType<typeof accessionForOrganizer>>;
  name: string;
  today: string;
};

/** What can be done with an application where it stands. */
export function Steps({ actor, accession, name, today }: Props) {
  const { id, revision, state, kind } = accession;
  const values = { id, revision };
  const open = isOpen(state);
  const decidable = state === "with_board" || (state === "in_review" && !needsBoard(kind));
  return (
    // A step is another one on another revision: what was typed into a fold belongs to what was seen.
    <div key={state} className="empty:hidden">
      {state === "applied" && can(actor, "accession.review") && (
        <ReviewStep values={values} action={reviewAction} />
      )}
      {state === "in_review" && needsBoard(kind) && can(actor, "accession.send-to-board") && (
        <BoardStep values={values} boardBy={accession.boardBy ?? ""} action={sendToBoardAction} />
      )}
      {decidable && can(actor, "accession.approve") && (
        <ApproveStep
          values={values}
          name={name}
          contact={accession.contactName}
          today={today}
          announceBy={accession.announceBy ?? ""}
          isNew={accession.organisationId === null}
          action={approveAction}
        />
      )}
      {open && can(actor, "accession.decline") && <DeclineStep values={values} action={declineAction} />}
      {(open || state === "approved") && can(actor, "accession.withdraw") && (
        <WithdrawStep values={values} approved={state === "approved"} action={withdrawAction} />
      )}
    </div>
  );
}
