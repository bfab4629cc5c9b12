import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { sessions, users, verificationTokens } from "@/db/schema/users";
import { adapter } from "@/domain/sign-in/adapter";
import { ask, sendLink } from "@/domain/sign-in/ask";
import { continueAs, demonstrationAccounts } from "@/domain/sign-in/demonstration";
import { addFromShell } from "@/domain/team/add-from-shell";
import { changeRole } from "@/domain/team/change-role";
import { deactivate } from "@/domain/team/deactivate";
import { inviteInput } from "@/domain/team/input";
import { invite } from "@/domain/team/invite";
import { listTeam } from "@/domain/team/queries";
import { hashOf } from "@/lib/tokens";
import { door, editor, organizer, stranger, user } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";

const admin = user("admin");
beforeAll(makeGroup);
beforeEach(async () => {
  await db().delete(users);
});

let made = 0;
const invited = (more = {}) =>
  inviteInput.parse({
    name: "Alma",
    email: `alma-${++made}@example.org`,
    role: "admin",
    organisationId: "",
    locale: "sv",
    ...more,
  });

async function account(more = {}) {
  const input = invited(more);
  const { id } = await invite(admin, input, at);
  return { ...input, id };
}

async function session(userId: string) {
  const sessionToken = crypto.randomUUID();
  await adapter().createSession?.({ sessionToken, userId, expires: new Date(Date.UTC(2099, 0)) });
  return sessionToken;
}

describe("the team", () => {
  it("grows by invitation only, with a mail and one account per address", async () => {
    const alma = await account();
    const letters = await db().select().from(mails).where(eq(mails.toAddress, alma.email));
    expect(letters.map((letter) => letter.template)).toEqual(["team-invite"]);
    await refused("account_exists", () => invite(admin, invited({ email: alma.email }), at));
    for (const actor of [organizer, editor, door, stranger]) {
      await refused("not_allowed", () => invite(actor, invited(), at));
    }
    expect(await listTeam(organizer)).toHaveLength(1);
    await refused("not_allowed", () => listTeam(editor));
  });

  it("gives a focal point an organisation and nobody else one", async () => {
    expect(
      inviteInput.safeParse({
        name: "K",
        email: "k@example.org",
        role: "focal_point",
        organisationId: "",
        locale: "sv",
      }).success,
    ).toBe(false);
    const works = await makeOrganisation();
    const karin = await account({ role: "focal_point", organisationId: works.id });
    expect(karin.organisationId).toBe(works.id);
    expect(invited({ role: "editor", organisationId: works.id }).organisationId).toBeNull();
    await refused("focal_point", () => changeRole(admin, { id: karin.id, role: "admin" }, at));
    await refused("no_such_organisation", () =>
      invite(admin, invited({ role: "focal_point", organisationId: crypto.randomUUID() }), at),
    );
  });

  it("never loses its last administrator, also not two at once", async () => {
    const [one, two] = [await account(), await account()];
    const both = await Promise.allSettled([
      deactivate(admin, { id: one.id }, at),
      changeRole(admin, { id: two.id, role: "editor" }, at),
    ]);
    expect(both.map((done) => done.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const admins = await db().select().from(users).where(eq(users.role, "admin"));
    expect(admins.filter((row) => !row.deactivatedAt)).toHaveLength(1);
    await refused("not_allowed", () => changeRole(organizer, { id: one.id, role: "editor" }, at));
    await refused("not_allowed", () => deactivate(organizer, { id: one.id }, at));
  });

  it("signs a deactivated account out everywhere at once", async () => {
    await account();
    const elin = await account({ role: "editor" });
    const token = await session(elin.id);
    expect(await adapter().getSessionAndUser?.(token)).not.toBeNull();
    await deactivate(admin, { id: elin.id }, at);
    expect(await adapter().getSessionAndUser?.(token)).toBeNull();
    expect(await db().select().from(sessions).where(eq(sessions.userId, elin.id))).toEqual([]);
  });
});

describe("a session", () => {
  it("is kept under its hash, so that the table opens no door", async () => {
    const alma = await account();
    const token = await session(alma.id);
    const [row] = await db().select().from(sessions).where(eq(sessions.userId, alma.id));
    expect(row?.sessionToken).toBe(hashOf(token));
    expect(await adapter().getSessionAndUser?.(row?.sessionToken ?? "")).toBeNull();
    await adapter().deleteSession?.(token);
    expect(await db().select().from(sessions).where(eq(sessions.userId, alma.id))).toEqual([]);
  });

  it("is never the beginning of an account", async () => {
    await expect(async () =>
      adapter().createUser?.({ id: "", email: "new@example.org", emailVerified: null }),
    ).rejects.toThrow();
  });
});

describe("a sign-in link", () => {
  const asked = (email: string) => ({ email, locale: "en" as const, next: "" });
  const linkTo = async (email: string) =>
    (
      await db()
        .select()
        .from(mails)
        .where(and(eq(mails.toAddress, email), eq(mails.template, "sign-in-link")))
    )[0]?.secrets?.link;

  it("goes to an active account, on the configured address, and works once within ten minutes", async () => {
    const alma = await account();
    await sendLink(asked(alma.email), at);
    const link = new URL((await linkTo(alma.email)) ?? "");
    expect(link.origin).toBe("http://localhost:3000");
    expect(link.pathname).toBe("/en/sign-in/link");
    const [row] = await db()
      .select()
      .from(verificationTokens)
      .where(eq(verificationTokens.identifier, alma.email));
    expect(row?.expires).toEqual(new Date(at.getTime() + 600_000));
    expect(row?.token).not.toBe(link.searchParams.get("token"));
    const used = { identifier: alma.email, token: row?.token ?? "" };
    expect(await adapter().useVerificationToken?.(used)).not.toBeNull();
    expect(await adapter().useVerificationToken?.(used)).toBeNull();
  });

  it("goes to nobody else", async () => {
    const gone = await account();
    await account();
    await deactivate(admin, { id: gone.id }, at);
    await sendLink(asked(gone.email), at);
    await sendLink(asked("unknown@example.org"), at);
    expect(await linkTo(gone.email)).toBeUndefined();
    expect(await linkTo("unknown@example.org")).toBeUndefined();
    expect(await db().select().from(verificationTokens)).toEqual([]);
  });

  it("leads to a path of ours only", async () => {
    const alma = await account();
    await sendLink({ ...asked(alma.email), next: "//evil.example/organize" }, at);
    expect(new URL((await linkTo(alma.email)) ?? "").searchParams.get("next")).toBe("/en/organize");
  });

  it("can be asked for so often and no more, by address and by peer", async () => {
    const email = "often@example.org";
    for (let n = 0; n < 5; n++) await ask(stranger, asked(email), `peer-${n}`);
    await refused("too_many", () => ask(stranger, asked(email), "peer-9"));
    for (let n = 0; n < 30; n++) await ask(stranger, asked(`person-${n}@example.org`), "one peer");
    const error = await refused("too_many", () => ask(stranger, asked("person-31@example.org"), "one peer"));
    expect(error.details.minutes).toBeGreaterThan(0);
  });

  it("is asked for in the same time whether or not there is an account", async () => {
    const known = await Promise.all(Array.from({ length: 40 }, () => account({ role: "editor" })));
    const took = { known: [] as number[], unknown: [] as number[] };
    for (const [n, { email }] of known.entries()) {
      for (const kind of ["unknown", "known"] as const) {
        const begun = performance.now();
        await ask(stranger, asked(kind === "known" ? email : `x-${email}`), `timed-${kind}-${n}`);
        took[kind].push(performance.now() - begun);
      }
    }
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length / 2] ?? Number.NaN;
    const ratio = median(took.known) / median(took.unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it("is printed for the first organizer, whose account is made once", async () => {
    const input = invited({ name: "First", role: "organizer" });
    const link = await addFromShell(input, at);
    expect(link).toContain("/sign-in/link?");
    await addFromShell(input, at);
    expect(await db().select().from(users).where(eq(users.email, input.email))).toHaveLength(1);
  });
});

describe("the demonstration's open door", () => {
  it("does not exist anywhere else", async () => {
    const alma = await account();
    await db().update(users).set({ demonstrationOf: "admin" }).where(eq(users.id, alma.id));
    expect(await demonstrationAccounts()).toEqual([]);
    await refused("not_found", () => continueAs(stranger, { id: alma.id, locale: "en", next: "" }, at));
  });
});
