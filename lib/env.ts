import { z } from "zod";

/** Addresses on which only programs of this machine can reach us. */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

const text = z.string().trim().min(1);
const url = (...protocols: string[]) =>
  text.refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address beginning with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });
const count = (least: number, most: number) =>
  z.coerce
    .number({ error: `must be a number from ${least} to ${most}` })
    .int()
    .min(least)
    .max(most);

/** A variable that is set to nothing counts as not set. */
const given = (source: Source) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));

const s3 = ["FILES_S3_URL", "FILES_S3_BUCKET", "FILES_S3_KEY", "FILES_S3_SECRET"] as const;
const oidc = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"] as const;

type Given = Record<
  (typeof oidc)[number] | (typeof s3)[number] | "BASE_URL" | "SMTP_URL" | "HOST" | "PLENARY_DEMONSTRATION",
  string
>;

const variables = z
  .object({
    DATABASE_URL: url("postgres:", "postgresql:"),
    AUTH_SECRET: text.min(32, "must have at least 32 characters (`openssl rand -base64 33` makes one)"),
    BASE_URL: url("https:", "http:"),
    SMTP_URL: url("smtp:", "smtps:").optional(),
    /** Where mails are written as files when there is no SMTP_URL: the demonstration only. */
    MAIL_DIRECTORY: text.optional(),
    MAIL_FROM: text,
    OIDC_ISSUER: url("https:", "http:").optional(),
    OIDC_CLIENT_ID: text.optional(),
    OIDC_CLIENT_SECRET: text.optional(),
    OIDC_NAME: text.optional(),
    /** Where files are kept instead of the database: the address of an S3-compatible store, without the bucket. */
    FILES_S3_URL: url("https:", "http:").optional(),
    FILES_S3_BUCKET: text.optional(),
    FILES_S3_REGION: text.default("us-east-1"),
    FILES_S3_KEY: text.optional(),
    FILES_S3_SECRET: text.optional(),
    PORT: count(0, 65535).default(3000),
    HOST: text.default("127.0.0.1"),
    TRUSTED_PROXIES: count(0, 10).default(0),
    JOBS: z.enum(["here", "none"]).default("here"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    PLENARY_DEMONSTRATION: z.literal("1").optional(),
    /** Whether webhooks may be sent to addresses inside of the network. */
    WEBHOOKS_ALLOW_PRIVATE: z.literal("1").optional(),
  })
  .superRefine(
    (env: Partial<Given>, check) => {
      const complain = (name: string, message: string) =>
        check.addIssue({ code: "custom", path: [name], message });
      if (env.BASE_URL?.startsWith("http:") && !isLoopback(hostOf(env.BASE_URL))) {
        complain("BASE_URL", "must begin with https:// (http:// is for this machine only)");
      }
      for (const [together, all] of Object.entries({ OIDC_: oidc, FILES_S3_: s3 })) {
        const missing = all.filter((name) => !env[name]);
        if (missing.length < all.length)
          for (const name of missing)
            complain(name, `is missing (the ${together} variables belong together)`);
      }
      if (!env.SMTP_URL && !demonstrates(env)) complain("SMTP_URL", "is missing");
    },
    // Said together with whatever else is wrong, and so of settings that may be incomplete.
    { when: () => true },
  )
  .transform((env) => ({
    ...env,
    BASE_URL: new URL(env.BASE_URL).origin,
    /** Whether visitors may sign in as one of the demonstration's accounts. */
    demonstration: demonstrates(env),
  }));

/** The demonstration's open door exists only where nobody but this machine can knock. */
function demonstrates(env: { PLENARY_DEMONSTRATION?: string; HOST?: string; BASE_URL?: string }) {
  return env.PLENARY_DEMONSTRATION === "1" && isLoopback(env.HOST) && isLoopback(hostOf(env.BASE_URL));
}

/** Checks go on after a complaint, so the address may be anything here. */
const hostOf = (address = "") => (URL.canParse(address) ? new URL(address).hostname : "");

/** Whether a host name or address means this machine only. */
export function isLoopback(host = ""): boolean {
  return LOOPBACK.has(host);
}

type Source = Record<string, string | undefined>;
/** The settings of a process, checked. */
export type Env = z.output<typeof variables>;

/** Reads and checks settings; throws one error that lists every variable that is missing or malformed. */
export function readEnv(source: Source): Env {
  const read = variables.safeParse(given(source));
  if (read.success) return read.data;
  const complaints = read.error.issues.map(({ path: [name], code, message }) => {
    const absent = code === "invalid_type" && !source[String(name)]?.trim();
    return `  ${String(name)} ${absent ? "is missing" : message}`;
  });
  throw new Error(
    `Plenary cannot start with these settings:\n${[...new Set(complaints)].join("\n")}\nSee docs/running.md.`,
  );
}

let settings: Env | undefined;
/** The settings of this process, read at first use (building needs none). Throws like `readEnv`. */
export function env(): Env {
  settings ??= readEnv(process.env);
  return settings;
}
