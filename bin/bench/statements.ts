import { randomUUID } from "node:crypto";
import { driver } from "@/db/client";
import type { Paragraph } from "@/db/schema/statements";
import { endorsementsOn } from "@/domain/positions/queries";
import { actorOf } from "@/domain/sign-in/accounts";
import { adopt } from "@/domain/statements/adopt";
import { create } from "@/domain/statements/create";
import { textInput } from "@/domain/statements/input";
import { merge } from "@/domain/statements/merge/rules";
import { publish } from "@/domain/statements/publish";
import { difference } from "@/domain/statements/rules";
import { save } from "@/domain/statements/save";
import { now } from "@/lib/clock";
import { dayIn } from "@/lib/time";
import { newToken } from "@/lib/tokens";
import { median } from "./median";

const PARAGRAPHS = 300;
const ENDORSERS = 300;

type Statement = {
  paragraphs: number;
  endorsers: number;
  compared: number;
  merged: number;
  read: number;
  cookie: string;
  pages: [string, string][];
};

/**
 * Two texts of three hundred paragraphs made of the same one: how many milliseconds their difference and their merging
 * take; and a public statement that three hundred stand behind, read and asked for as a page.
 */
export async function longStatement(base: string): Promise<Statement> {
  const [text, theirs, mine] = textsOfOne();
  const { id, slug, revisionId } = await publicStatement(text);
  const day = dayIn(now(), "UTC");
  const [user] = await driver()<{ id: string }[]>`select id from users where role = 'organizer' limit 1`;
  const { token, hash } = newToken();
  await driver()`
    insert into sessions (session_token, user_id, expires) values (${hash}, ${user?.id ?? ""}, now() + interval '1 day')`;
  return {
    paragraphs: PARAGRAPHS,
    endorsers: (await endorsementsOn(id, day)).length,
    compared: await median(() => difference(theirs, mine)),
    merged: await median(() =>
      merge(
        { title: "", paragraphs: text },
        { title: "", paragraphs: theirs },
        { title: "", paragraphs: mine },
      ),
    ),
    read: await median(() => endorsementsOn(id, day)),
    cookie: `plenary-session=${token}`,
    pages: [
      ["statement", `${base}/en/statements/${slug}`],
      [
        "its text with line numbers",
        `${base}/en/organize/statements/${id}/revisions/${revisionId}?view=lines`,
      ],
    ],
  };
}

/** A text, and two others made of it: one with every third paragraph rewritten, one with others moved and added. */
function textsOfOne(): [Paragraph[], Paragraph[], Paragraph[]] {
  const words = (at: number) =>
    `We recognise the need for near-zero steel, and paragraph ${at} of this text says so [by 2030|by 2035] in words.`;
  const text = Array.from(
    { length: PARAGRAPHS },
    (_, at): Paragraph => ({ id: randomUUID(), kind: "operative", text: words(at) }),
  );
  const theirs = text.map((one, at) => (at % 3 === 0 ? { ...one, text: `${one.text} Once more.` } : one));
  const moved = [...text.slice(20), ...text.slice(0, 20)];
  const mine = moved.flatMap((one, at) =>
    at % 10 === 5 ? [one, { ...one, id: randomUUID(), text: `A new one behind ${at}.` }] : [one],
  );
  return [text, theirs, mine];
}

async function publicStatement(paragraphs: Paragraph[]) {
  const [user] = await driver()<{ id: string }[]>`select id from users where role = 'organizer' limit 1`;
  if (!user) throw new Error("no organizer");
  const organizer = await actorOf(user.id);
  const slug = "bench-long-statement";
  const facts = { kind: "joint_statement", eventId: null, authenticLocale: "en" } as const;
  const { id } = await create(organizer, { ...facts, slug, title: "Bench statement" });
  const [head] = await driver()<{ id: string }[]>`
    select id from statement_revisions where statement_id = ${id}`;
  const said = paragraphs.map(({ kind, text }) => ({
    kind,
    text: text.replace(/\[([^|]*)\|[^\]]*\]/, "$1"),
  }));
  const common = {
    id,
    locale: "en",
    basedOn: head?.id,
    translationOf: "",
    title: "Bench statement",
    note: "",
  };
  const { id: revisionId } = await save(organizer, textInput.parse({ ...common, paragraphs: said }));
  const record = { method: "consensus", adoptedAt: "2026-03-01T12:00", zone: "UTC" } as const;
  await adopt(organizer, { id, revisionId, ...record, agendaItemId: null, chairId: null });
  await publish(organizer, { id, locale: "en", revisionId, publicFrom: null, zone: "UTC" });
  await driver()`
    with made as (
      insert into organisations (slug, kind, name)
      select 'bench-endorser-' || i, 'company', jsonb_build_object('en', 'Bench Endorser ' || i)
      from generate_series(1, ${ENDORSERS}::int) i returning id)
    insert into positions (statement_id, organisation_id, given_on, verified_at)
    select ${id}, m.id, '2026-03-02', now() from made m`;
  return { id, slug, revisionId };
}
