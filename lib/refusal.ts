/**
 * An expected "no": the deed was not done and nothing was written. Shown to the person in their language
 * (`messages` under `refusals.<code>`, with `details` as values). Any other error is a bug.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly details: Record<string, string | number> = {},
    /** What the person needs to go on with nothing lost: the other text of a stale save, the obstacles. */
    readonly attached?: unknown,
  ) {
    super(code);
    this.name = "Refusal";
  }
}

/** The PostgreSQL error inside a driver or drizzle error: SQLSTATE and the constraint that said no. */
export function violation(error: unknown): { state: string; constraint: string } | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("code" in e && typeof e.code === "string" && /^[0-9A-Z]{5}$/.test(e.code)) {
      return {
        state: e.code,
        constraint: String("constraint_name" in e ? e.constraint_name : ""),
      };
    }
  }
}

/** Runs a write; a violation of one of the named constraints becomes the refusal it stands for. */
export async function refusing<T>(constraints: Record<string, string>, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = constraints[violation(error)?.constraint ?? ""];
    throw code ? new Refusal(code) : error;
  }
}
