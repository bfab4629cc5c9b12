import fs from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";

/**
 * Who finds something behind each address of the workspace, the desk and the door, written down by hand: A administrator,
 * O organizer, R protocol, E editor, D door, F a focal point. Everybody else finds nothing there. An address without a
 * row fails.
 */
const table: Record<string, string> = {
  "/desk/application": "F",
  "/desk": "F",
  "/desk/events/[id]": "F",
  "/desk/events/[id]/credentials/[credentialsId]": "AORF",
  "/desk/events/[id]/documents/[documentId]": "F",
  "/desk/events/[id]/nominate": "F",
  "/desk/events/[id]/people/[participationId]": "F",
  "/desk/events/[id]/people/[participationId]/replace": "F",
  "/desk/events/[id]/speakers": "F",
  "/organize": "AORED",
  "/organize/accessions": "AO",
  "/organize/accessions/[id]": "AO",
  "/organize/accessions/[id]/edit": "AO",
  "/organize/accessions/board": "AO",
  "/organize/accessions/new": "AO",
  "/organize/announcements": "AOE",
  "/organize/announcements/[id]": "AOE",
  "/organize/announcements/[id]/compare": "AOE",
  "/organize/announcements/[id]/history": "AOE",
  "/organize/announcements/[id]/preview/[lang]": "AOE",
  "/organize/announcements/[id]/publication": "AOE",
  "/organize/announcements/[id]/review": "AOE",
  "/organize/announcements/[id]/revisions/[editionId]": "AOE",
  "/organize/announcements/[id]/text/[lang]": "AOE",
  "/organize/announcements/boilerplate": "AOE",
  "/organize/announcements/new": "AOE",
  "/organize/commitments": "AOE",
  "/organize/commitments/[id]": "AOE",
  "/organize/commitments/new": "AOE",
  "/organize/events": "AORED",
  "/organize/events/[id]": "AORED",
  "/organize/events/[id]/agenda": "AO",
  "/organize/events/[id]/agenda/[itemId]": "AO",
  "/organize/events/[id]/agenda/[itemId]/minutes": "AOE",
  "/organize/events/[id]/agenda/[itemId]/speakers": "AOR",
  "/organize/events/[id]/agenda/availability": "AO",
  "/organize/events/[id]/agenda/checks": "AO",
  "/organize/events/[id]/agenda/documents/[documentId]": "AORE",
  "/organize/events/[id]/agenda/minutes": "AOE",
  "/organize/events/[id]/agenda/new": "AO",
  "/organize/events/[id]/agenda/releases": "AO",
  "/organize/events/[id]/agenda/rooms": "AO",
  "/organize/events/[id]/agenda/run-of-show": "AORD",
  "/organize/events/[id]/agenda/run-of-show/export": "AORD",
  "/organize/events/[id]/agenda/sharing": "AO",
  "/organize/events/[id]/attendance": "AORD",
  "/organize/events/[id]/attendance/export": "AORD",
  "/organize/events/[id]/badges": "AOR",
  "/organize/events/[id]/delegations": "AOR",
  "/organize/events/[id]/delegations/[delegationId]": "AOR",
  "/organize/events/[id]/delegations/[delegationId]/credentials/[credentialsId]": "AORF",
  "/organize/events/[id]/delegations/[delegationId]/nominate": "AOR",
  "/organize/events/[id]/delegations/message": "AOR",
  "/organize/events/[id]/delegations/open": "AOR",
  "/organize/events/[id]/door": "AORD",
  "/organize/events/[id]/door/answers/[participationId]": "AORD",
  "/organize/events/[id]/door/list": "AORD",
  "/organize/events/[id]/door/manifest.webmanifest": "AORD",
  "/organize/events/[id]/edit": "AO",
  "/organize/events/[id]/form": "AO",
  "/organize/events/[id]/form/[questionId]": "AO",
  "/organize/events/[id]/form/new": "AO",
  "/organize/events/[id]/form/preview": "AO",
  "/organize/events/[id]/history": "AORE",
  "/organize/events/[id]/invitations": "AOR",
  "/organize/events/[id]/list": "AO",
  "/organize/events/[id]/live": "AOR",
  "/organize/events/[id]/mail": "AO",
  "/organize/events/[id]/mail/bulk/[mailingId]": "AO",
  "/organize/events/[id]/mail/bulk/[mailingId]/edit": "AO",
  "/organize/events/[id]/mail/bulk/new": "AO",
  "/organize/events/[id]/mail/outbox": "AO",
  "/organize/events/[id]/mail/reminders": "AO",
  "/organize/events/[id]/mail/reminders/[reminderId]": "AO",
  "/organize/events/[id]/mail/reminders/new": "AO",
  "/organize/events/[id]/mail/templates": "AO",
  "/organize/events/[id]/mail/templates/[template]": "AO",
  "/organize/events/[id]/participants": "AOR",
  "/organize/events/[id]/participants/[participationId]": "AOR",
  "/organize/events/[id]/participants/[participationId]/answers": "AOR",
  "/organize/events/[id]/participants/[participationId]/replace": "AOR",
  "/organize/events/[id]/participants/export": "AOR",
  "/organize/events/[id]/participants/import": "AOR",
  "/organize/events/[id]/participants/new": "AOR",
  "/organize/events/[id]/places": "AOR",
  "/organize/events/new": "AO",
  "/organize/history": "AORE",
  "/organize/mails": "AO",
  "/organize/mails/[id]": "AO",
  "/organize/media": "AOE",
  "/organize/members": "AOE",
  "/organize/organisations/[id]": "AOE",
  "/organize/organisations/new": "AOE",
  "/organize/people": "AOE",
  "/organize/people/[id]": "AOE",
  "/organize/people/new": "AOE",
  "/organize/people/offices": "AOE",
  "/organize/people/offices/[id]": "AOE",
  "/organize/people/offices/new": "AOE",
  "/organize/people/periods": "A",
  "/organize/press": "AO",
  "/organize/press/export": "AO",
  "/organize/privacy": "AR",
  "/organize/releases": "AOE",
  "/organize/releases/new": "AO",
  "/organize/settings": "A",
  "/organize/statements": "AOE",
  "/organize/statements/[id]": "AOE",
  "/organize/statements/[id]/adoption": "AOE",
  "/organize/statements/[id]/brackets": "AOE",
  "/organize/statements/[id]/compare": "AOE",
  "/organize/statements/[id]/decision": "AOE",
  "/organize/statements/[id]/endorsements": "AOE",
  "/organize/statements/[id]/endorsements/export": "AOE",
  "/organize/statements/[id]/errata": "AOE",
  "/organize/statements/[id]/floor": "AO",
  "/organize/statements/[id]/history": "AOE",
  "/organize/statements/[id]/import": "AOE",
  "/organize/statements/[id]/negotiation": "AOE",
  "/organize/statements/[id]/negotiation/consolidate": "AO",
  "/organize/statements/[id]/negotiation/propose": "AO",
  "/organize/statements/[id]/negotiation/table": "AOE",
  "/organize/statements/[id]/negotiation/table/export": "AOE",
  "/organize/statements/[id]/projection": "AOE",
  "/organize/statements/[id]/publication": "AOE",
  "/organize/statements/[id]/revisions/[revisionId]": "AOE",
  "/organize/statements/[id]/revisions/[revisionId]/export.docx": "AOE",
  "/organize/statements/[id]/revisions/[revisionId]/export.md": "AOE",
  "/organize/statements/[id]/revisions/[revisionId]/export.pdf": "AOE",
  "/organize/statements/[id]/revisions/[revisionId]/export.txt": "AOE",
  "/organize/statements/[id]/text/[lang]": "AOE",
  "/organize/statements/new": "AOE",
  "/organize/team": "AO",
  "/organize/webhooks": "A",
  "/organize/webhooks/new": "A",
};

/**
 * Addresses that only answer to something sent, or of which the demonstration has none: their verbs have tests. The
 * door's worker knows nobody: anybody may read it.
 */
const notVisited = [
  "/organize/announcements/[id]/text/[lang]/keep",
  "/organize/announcements/boilerplate/[boilerplateId]",
  "/organize/webhooks/[id]",
  "/desk/statements/[id]/revisions/[revisionId]",
  "/desk/statements/[id]/revisions/[revisionId]/export.docx",
  "/desk/statements/[id]/revisions/[revisionId]/export.md",
  "/desk/statements/[id]/revisions/[revisionId]/export.pdf",
  "/desk/statements/[id]/revisions/[revisionId]/export.txt",
  "/desk/statements/[id]",
  "/desk/statements/[id]/[amendmentId]",
  "/desk/statements/[id]/propose",
  "/desk/events/[id]/minutes/[itemId]",
  "/desk/events/[id]/speakers/[speakerId]",
  "/desk/statements/[id]/decision",
  "/desk/statements/[id]/errata",
  "/desk/statements/[id]/position",
  "/desk/statements/[id]/position/evidence/[positionId]",
  "/organize/accessions/[id]/documents/[fileId]",
  "/organize/events/[id]/agenda/speeches/[speakerId]",
  "/organize/events/[id]/badges/print",
  "/organize/events/[id]/door/photo/[participationId]",
  "/organize/events/[id]/door/sync",
  "/organize/events/[id]/door/worker.js",
  "/organize/events/[id]/live/stream",
  "/organize/media/[mediaId]",
  "/organize/events/[id]/participants/import/[importId]",
  "/organize/statements/[id]/projection/stream",
  "/organize/events/[id]/participants/import/[importId]/mapping",
  "/organize/events/[id]/participants/import/[importId]/progress",
  "/organize/events/[id]/participants/import/[importId]/report",
  "/organize/statements/[id]/negotiation/[amendmentId]",
  "/organize/releases/[id]",
  "/organize/statements/[id]/endorsements/evidence/[positionId]",
];

const people = {
  A: "Alma Lindqvist",
  O: "Ravi Deshmukh",
  R: "Ingrid Aalto",
  E: "Elin Sandell",
  D: "Tomás Ferreira",
  F: "Karin Öberg",
};

test("every role finds what is its own behind every address, and nothing else", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const addresses = everyAddress();
  expect(addresses.filter((address) => !(address in table) && !notVisited.includes(address))).toEqual([]);
  const own = await idsOf("se");
  const wrong: string[] = [];
  for (const [letter, name] of Object.entries(people)) {
    const context = await browser.newContext({ baseURL });
    await signIn(await context.newPage(), name);
    for (const [address, letters] of Object.entries(table)) {
      const { status } = await visit(context.request, address, own);
      const expected = letters.includes(letter) ? [200] : [403, 404];
      if (!expected.includes(status)) wrong.push(`${letter} ${address}: ${status}, not ${expected}`);
    }
    await context.close();
  }
  const nobody = await browser.newContext({ baseURL });
  for (const address of Object.keys(table)) {
    const { status } = await visit(nobody.request, address, own);
    if (![307, 401, 404].includes(status)) wrong.push(`nobody ${address}: ${status}`);
  }
  await nobody.close();
  expect(wrong).toEqual([]);
});

test("one delegation finds nothing of another's, whatever ids it names", async ({ browser, baseURL }) => {
  const [own, other] = [await idsOf("se"), await idsOf("in")];
  const context = await browser.newContext({ baseURL });
  await signIn(await context.newPage(), people.F);
  const desk = Object.keys(table).filter((address) =>
    /^\/desk\/.*\[(?:participationId|credentialsId)\]/.test(address),
  );
  expect(desk.length).toBeGreaterThan(2);
  for (const address of desk) {
    const mine = await visit(context.request, address, own);
    expect(mine.status, address).toBe(200);
    const theirs = await visit(context.request, address, { ...own, ...foreign(other) });
    expect(theirs.status, address).toBe(404);
    expect(theirs.text, address).not.toContain(other.name);
  }
  await context.close();
});

const foreign = ({ participationId, credentialsId }: Ids) => ({ participationId, credentialsId });

/** Every page and route of the workspace and the desk, as its folder names it. */
function everyAddress(): string[] {
  return ["organize", "desk", "(door)/organize", "(screen)/organize"]
    .flatMap((room) =>
      fs
        .readdirSync(path.join("app/[locale]", room), { recursive: true, encoding: "utf8" })
        .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
        .map((file) => path.posix.join("/", room, path.posix.dirname(file.replaceAll("\\", "/")))),
    )
    .map((address) => address.replace(/\/\((?:door|screen)\)/, ""))
    .filter((address) => !address.includes("[..."))
    .sort();
}

async function signIn(page: Page, name: string) {
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page).toHaveURL(/\/(?:organize|desk)$/);
}

type Request = import("@playwright/test").APIRequestContext;
type Ids = Awaited<ReturnType<typeof idsOf>>;

async function visit(request: Request, address: string, ids: Ids) {
  const kind = address.split("/")[2] ?? "";
  const id = address.startsWith("/desk")
    ? ids.event
    : ids[(address.includes("offices") ? "office" : kind) as "event"];
  const filled = address
    .replace("[id]", id)
    .replace("[lang]", "en")
    .replace("[template]", "approved")
    .replace(/\[(\w+)\]/g, (_, name) => ids[name as keyof Ids] ?? "");
  const response = await request.get(`/en${filled}`, { maxRedirects: 0 });
  return { status: response.status(), text: await response.text() };
}

/** One of each kind in the demonstration; what belongs to a delegation, of the country's. */
async function idsOf(country: string) {
  const url = fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const one = async (table: string, rest = "") => {
    const [row] = await sql.unsafe(`select id from ${table} ${rest} limit 1`);
    return String(row?.id);
  };
  const event = await one("events", "where kind = 'summit' and starts_at > now() order by starts_at");
  const here = `where event_id = '${event}'`;
  const delegationId = await one(
    "delegations",
    `${here} and organisation_id = (select id from organisations where kind = 'country' and country = '${country.toUpperCase()}')`,
  );
  const participationId = await one(
    "participations",
    `where delegation_id = '${delegationId}' and state not in ('declined', 'withdrawn', 'replaced') order by arrival`,
  );
  const announcements = await one("announcements");
  const [named] = await sql.unsafe(`select name from participations where id = '${participationId}'`);
  const ids = {
    event,
    events: event,
    delegationId,
    participationId,
    name: String(named?.name),
    credentialsId: await one("credentials", `where delegation_id = '${delegationId}'`),
    itemId: await one("agenda_items", `${here} and kind = 'plenary'`),
    documentId: await one("item_documents", "where removed_at is null"),
    questionId: await one("questions", `${here} and removed_at is null`),
    mailingId: await one("mailings", `${here} and released_at is null and discarded_at is null`),
    reminderId: await one("reminders", `${here} and removed_at is null`),
    announcements,
    commitments: await one("commitments"),
    editionId: await one("announcement_revisions", `where announcement_id = '${announcements}'`),
    accessions: await one(
      "accessions",
      "where approved_at is null and declined_at is null and withdrawn_at is null",
    ),
    statements: await one(
      "statements",
      "s where not exists (select from adoptions a where a.statement_id = s.id)",
    ),
    revisionId: await one(
      "statement_revisions",
      "r where r.statement_id = (select s.id from statements s where not exists (select from adoptions a where a.statement_id = s.id) limit 1)",
    ),
    organisations: await one("organisations"),
    people: await one("people"),
    office: await one("offices"),
    mails: await one("mails"),
  };
  await sql.end();
  return ids;
}
