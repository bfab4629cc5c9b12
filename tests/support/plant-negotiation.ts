import crypto from "node:crypto";
import postgres from "postgres";
import { hashOfText } from "@/domain/statements/hash";

/** Plants a statement with a text, of which nothing was sent round yet. Answers its id and its title. */
export async function plantStatement(databaseUrl: string, name: string, words: string[]) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const title = `${name} ${crypto.randomBytes(3).toString("hex")}`;
  const paragraphs = words.map((text) => ({ id: crypto.randomUUID(), kind: "operative" as const, text }));
  const [statement] = await sql`
    insert into statements (slug, kind, authentic_locale)
    values (${`s-${crypto.randomUUID()}`}, 'joint_statement', 'en') returning id`;
  await sql`
    insert into statement_revisions (statement_id, locale, number, title, paragraphs, hash, saved_by_name)
    values (${statement?.id}, 'en', 1, ${title}, ${sql.json(paragraphs)}, ${hashOfText({ title, paragraphs })}, 'A test')`;
  await sql.end();
  return { id: String(statement?.id), title };
}
