import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { db } from "@/db/client";
import { accounts, sessions, users, verificationTokens } from "@/db/schema/users";
import { hashOf } from "@/lib/tokens";

type Adapter = ReturnType<typeof DrizzleAdapter>;

/**
 * Our tables, as next-auth sees them. Sessions are kept under the hash of their token, so that whoever reads the table
 * cannot use them; nobody registers themselves, so no account is ever created here.
 */
export function adapter(): Adapter {
  const tables = DrizzleAdapter(db(), {
    usersTable: users,
    accountsTable: accounts,
    sessionsTable: sessions,
    verificationTokensTable: verificationTokens,
  } as never) as Required<Adapter>;
  return {
    ...tables,
    createUser() {
      throw new Error("Accounts are made by invitation only.");
    },
    async createSession(session) {
      await tables.createSession({ ...session, sessionToken: hashOf(session.sessionToken) });
      return session;
    },
    async getSessionAndUser(sessionToken) {
      const found = await tables.getSessionAndUser(hashOf(sessionToken));
      return found && { ...found, session: { ...found.session, sessionToken } };
    },
    async updateSession(session) {
      await tables.updateSession({ ...session, sessionToken: hashOf(session.sessionToken) });
      return undefined;
    },
    deleteSession: (sessionToken) => tables.deleteSession(hashOf(sessionToken)),
  };
}
