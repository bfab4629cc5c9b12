import { z } from "zod";
import { apiAddress } from "@/domain/api/addresses";
import { now } from "@/lib/clock";
import { problem } from "@/lib/http/problem";
import { validated } from "@/lib/http/validated";
import { log } from "@/lib/log";

/**
 * The answer to a question of the read API: what is public at the moment of the request, with an ETag and for pages of any
 * site. A parameter that cannot be read is refused; what is not public is not there, whatever the reason.
 */
export async function answer<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  read: (asked: z.output<Schema>, at: Date) => Promise<object | undefined>,
  links?: (answer: object) => string,
): Promise<Response> {
  try {
    const asked = schema.safeParse(sent(request));
    if (!asked.success) return unreadable(asked.error);
    const found = await read(asked.data, now());
    if (!found) return nothing();
    return validated(request, {
      body: `${JSON.stringify(found, null, 2)}\n`,
      contentType: "application/json; charset=utf-8",
      links: links?.(found),
    });
  } catch (err) {
    log.error({ err }, "the read API failed");
    return problem(500, "Something unexpected happened.");
  }
}

type Paging = { page: number; perPage: number };

/** The answer to a question for a list: one page of it, with the addresses of the others in `Link` (RFC 8288). */
export function answerList<Schema extends z.ZodType<Paging>>(
  request: Request,
  path: string,
  schema: Schema,
  read: (asked: z.output<Schema>, at: Date) => Promise<{ total: number; data: object[] }>,
): Promise<Response> {
  const address = (page: number) => {
    const url = new URL(apiAddress(path));
    for (const [name, value] of new URL(request.url).searchParams) {
      if (name !== "page") url.searchParams.set(name, value);
    }
    if (page > 1) url.searchParams.set("page", String(page));
    return url.href;
  };
  const list = async (asked: z.output<Schema>, at: Date) => {
    const { total, data, ...more } = await read(asked, at);
    const { page, perPage } = asked;
    return { self: address(page), page, perPage, total, ...more, data };
  };
  const links = (answer: object) => {
    const { page, perPage, total } = answer as Paging & { total: number };
    const last = Math.max(1, Math.ceil(total / perPage));
    const around = { first: 1, prev: page - 1, next: page + 1, last };
    return Object.entries(around)
      .filter(([, to]) => to >= 1 && to <= last)
      .map(([rel, to]) => `<${address(to)}>; rel="${rel}"`)
      .join(", ");
  };
  return answer(request, schema, list, links);
}

/** One thing by its id; an id that is none is as unknown as any other. */
export async function answerOne<Schema extends z.ZodType>(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
  schema: Schema,
  read: (id: string, asked: z.output<Schema>, at: Date) => Promise<object | undefined>,
): Promise<Response> {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) return nothing();
  return answer(request, schema, (asked, at) => read(id, asked, at));
}

/** There is nothing here, or nothing that is public. */
export const nothing = () => problem(404, "There is nothing public at this address.");

/** The query of an address; a name that comes twice is kept as several, which no schema reads. */
function sent(request: Request) {
  const query = new URL(request.url).searchParams;
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function unreadable(error: z.ZodError): Response {
  const parameters = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "")],
  );
  const short = [...new Set(parameters)].map((name) => name.slice(0, 50)).slice(0, 10);
  return problem(400, "Some parameters cannot be read.", { parameters: short });
}
