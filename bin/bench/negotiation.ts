import { driver } from "@/db/client";
import { amendmentsOf } from "@/domain/amendments/rows";
import { groupsOf } from "@/domain/amendments/rules";
import { circulate } from "@/domain/negotiations/circulate";
import { inviteParties } from "@/domain/negotiations/invite-parties";
import { actorOf } from "@/domain/sign-in/accounts";
import { create } from "@/domain/statements/create";
import { textInput } from "@/domain/statements/input";
import { save } from "@/domain/statements/save";

const AMENDMENTS = 200;
const PARAGRAPHS = 300;

/**
 * A text in negotiation with two hundred open amendments, every second of them on a passage of another: how many
 * milliseconds it takes to find what belongs together, and the pages that show all of it.
 */
export async function longNegotiation(base: string) {
  const id = await negotiated();
  const began = performance.now();
  const rows = await amendmentsOf(id);
  const read = performance.now() - began;
  const from = performance.now();
  const groups = groupsOf(rows);
  return {
    amendments: rows.length,
    groups: groups.length,
    read,
    grouped: performance.now() - from,
    pages: [
      ["200 open amendments", `${base}/en/organize/statements/${id}/negotiation`],
      ["the negotiation table", `${base}/en/organize/statements/${id}/negotiation/table`],
    ] as [string, string][],
  };
}

async function negotiated() {
  const [user] = await driver()<{ id: string }[]>`select id from users where role = 'organizer' limit 1`;
  if (!user) throw new Error("no organizer");
  const organizer = await actorOf(user.id);
  const title = "Bench negotiation";
  const facts = { kind: "joint_statement", eventId: null, authenticLocale: "en" } as const;
  const { id } = await create(organizer, { ...facts, slug: "bench-negotiation", title });
  const [head] = await driver()<
    { id: string }[]
  >`select id from statement_revisions where statement_id = ${id}`;
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, at) => ({
    kind: "operative",
    text: `We shall do what paragraph ${at} of this text says.`,
  }));
  const common = { id, locale: "en", basedOn: head?.id, translationOf: "", title, note: "" };
  const { id: revisionId } = await save(organizer, textInput.parse({ ...common, paragraphs }));
  const parties = await driver()<{ id: string }[]>`
    select id from organisations where slug like 'bench-endorser-%' order by slug limit 20`;
  await inviteParties(organizer, { id, organisationIds: parties.map((one) => one.id), drafting: false });
  await circulate(organizer, { id, revisionId, note: "" });
  await driver()`
    insert into amendments (statement_id, number, revision_id, kind, paragraph_id, base, base_title, proposal, reason,
      organisation_id, proposed_by, proposed_at)
    select ${id}, i, r.id, 'replace', (p ->> 'id')::uuid, jsonb_build_array(p), r.title,
      jsonb_build_object('text', 'We shall do it by ' || (2030 + i) || '.'), 'It is sooner.', o.id, 'Bench', now()
    from generate_series(1, ${AMENDMENTS}::int) i, statement_revisions r,
      lateral (select r.paragraphs -> (i / 2) as p) one,
      lateral (select id from organisations where slug like 'bench-endorser-%' order by slug offset i % 20 limit 1) o
    where r.id = ${revisionId}`;
  return id;
}
