/**
 * What a form and its action say to each other. The action is a next-safe-action `stateAction` whose input is
 * the `FormData` itself, so that the same form works before and without JavaScript.
 */

/** The typed values as they were sent, by field name, so that a refused form comes back filled. */
export type Echo = Record<string, string | string[]>;

/** An expected "no" from a verb: the message is `refusals.<code>`, `details` are its values. */
export type FormRefusal = {
  code: string;
  details?: Record<string, string | number>;
  /** What the person needs to go on with nothing lost: `{theirs}` of a stale save, a list of obstacles. */
  attached?: unknown;
  values?: Echo;
};

/** An action's answer. `validationErrors` is the tree of next-safe-action with the echo under `_values`. */
export type FormState<Data = unknown> = {
  data?: Data;
  validationErrors?: object;
  serverError?: FormRefusal;
};

/** A server action as forms take it (a method's type, so that every narrower previous state is accepted). */
export type FormAction<Data = unknown> = {
  run(state: FormState<Data>, form: FormData): Promise<FormState<Data>>;
}["run"];

/** The field of the error tree that carries the echo. */
export const echoField = "_values";

const most = { fields: 5_000, depth: 8, index: 999 };
const forbidden = new Set(["__proto__", "prototype", "constructor"]);

/** The fields that are text, by name, in order; files and Next's own `$ACTION` fields are left out. */
function texts(form: FormData): [name: string, value: string][] {
  const found: [string, string][] = [];
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    if (found.length === most.fields) break;
    found.push([name, value]);
  }
  return found;
}

const safe = (name: string) => name.split(".").every((part) => part !== "" && !forbidden.has(part));

/** The values of a form by field name, as plain data; a name sent several times gives a list. */
export function formValues(form: FormData): Echo {
  const values: Echo = {};
  for (const [name, value] of texts(form)) {
    if (!safe(name)) continue;
    const before = Object.hasOwn(values, name) ? values[name] : undefined;
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
}

/** The file a form sends under a name; nothing where none was chosen. Actions read it from their `clientInput`. */
export function formFile(form: unknown, name: string): File | undefined {
  const sent = form instanceof FormData ? form.get(name) : null;
  return sent instanceof File && (sent.size > 0 || sent.name !== "") ? sent : undefined;
}

/** All files a form sends under a name, in their order. */
export function formFileList(form: unknown, name: string): File[] {
  const sent = form instanceof FormData ? form.getAll(name) : [];
  return sent.filter((one): one is File => one instanceof File && (one.size > 0 || one.name !== ""));
}

type Node = { [key: string]: Node | string | string[] };

/**
 * The object that values by field name mean: `title.en` nests, `hosts.0.role` makes a list in the order of the
 * numbers (gaps close). Names that would reach a prototype, or nest too deep, are ignored.
 */
export function nested(values: Echo): unknown {
  const root: Node = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const path = name.split(".");
    const last = path.pop();
    if (last === undefined || path.length >= most.depth || !safe(name)) continue;
    const parent = path.reduce<Node | undefined>(step, root);
    if (parent && parent[last] === undefined) parent[last] = value;
  }
  return listed(root);
}

/** The object a form means: see `nested`. A name sent several times gives a list. */
export function formObject(form: FormData): unknown {
  return nested(formValues(form));
}

function step(node: Node | undefined, key: string): Node | undefined {
  if (!node) return undefined;
  const next = node[key] ?? Object.create(null);
  if (typeof next !== "object" || Array.isArray(next)) return undefined;
  node[key] = next;
  return next;
}

function listed(node: Node | string | string[]): unknown {
  if (typeof node !== "object" || Array.isArray(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, listed(value)] as const);
  const isList =
    entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key) && Number(key) <= most.index);
  if (!isList) return Object.fromEntries(entries);
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
}

/** The files a form sends under names that begin so, by the rest of the name: `answers.` gives those of questions. */
export function formFiles(form: unknown, prefix: string): Record<string, File> {
  if (!(form instanceof FormData)) return {};
  const names = [...new Set(form.keys())].filter((name) => name.startsWith(prefix) && safe(name));
  const sent = names.map((name) => [name.slice(prefix.length), formFile(form, name)] as const);
  return Object.fromEntries(sent.filter((entry): entry is [string, File] => entry[1] !== undefined));
}

/** The code of a refusal whose `attached` is `{fields}`: errors that only the database can find, by field name. */
export const misfilled = "misfilled";

/** The error messages of an answer by field name; those of the whole form stand under `""`. */
export function fieldErrors(state: FormState): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const visit = (node: unknown, path: string) => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === echoField && path === "") continue;
      if (key === "_errors" && Array.isArray(value)) found[path] = value.map(String);
      else visit(value, path === "" ? key : `${path}.${key}`);
    }
  };
  visit(state.validationErrors, "");
  const refused = state.serverError?.code === misfilled ? state.serverError.attached : undefined;
  if (typeof refused === "object" && refused !== null && "fields" in refused)
    Object.assign(found, refused.fields);
  return found;
}

/** The values a refused answer gives back, or undefined where nothing was refused. */
export function echoed(state: FormState): Echo | undefined {
  const tree = state.validationErrors;
  if (tree && echoField in tree) return tree[echoField] as Echo;
  return state.serverError?.values;
}
