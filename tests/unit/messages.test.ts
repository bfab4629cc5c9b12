import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "@/domain/access/can";
import { messages } from "@/lib/i18n/messages";

function keys(tree: object, before = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object" ? keys(value, `${before}${key}.`) : [`${before}${key}`],
  );
}

const sources = ["app", "components", "domain", "lib", "bin"].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => fs.readFileSync(path.join(folder, file), "utf8")),
);

/** What a file can say: the namespaces it opens, the words it writes whole, and the shapes of its computed words. */
const files = sources.map((source) => ({
  namespaces: [
    ...source.matchAll(/(?:useTranslations|getTranslations|words|namespace:)\(?[^"]*?"([\w.]+)"/g),
  ].map((m) => m[1] ?? ""),
  words: new Set([...source.matchAll(/["'`]([\w.-]+)["'`]/g)].map((m) => m[1] ?? "")),
  computed: [...source.matchAll(/`((?:[\w.-]|\$\{[^}]*\})+)`/g)]
    .map((m) => m[1] ?? "")
    .filter((template) => template.includes("${"))
    .map((template) => new RegExp(`^${template.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`)),
}));
/** Namespaces whose words are chosen by a value alone: `t(kind)`. */
const speaks = /^enums(\.|$)|\.(obstacles|door|gaps|count)$/;
const everyWord = new Set(files.flatMap((file) => [...file.words]));

function isUsed(key: string): boolean {
  const [space = "", ...rest] = key.split(".");
  const last = rest.join(".");
  // A refusal's code and a validation's message are written where they are refused, and read by their name.
  if (space === "refusals" || space === "validation")
    return everyWord.has(last) || everyWord.has(key) || /^registration_/.test(last);
  return files.some(({ namespaces, words, computed }) =>
    namespaces.some((namespace) => {
      if (!key.startsWith(`${namespace}.`)) return false;
      const said = key.slice(namespace.length + 1);
      return words.has(said) || computed.some((template) => template.test(said)) || speaks.test(namespace);
    }),
  );
}

describe("the words of the interface", () => {
  it("are complete in every language", () => {
    expect(keys(messages.sv).toSorted()).toEqual(keys(messages.en).toSorted());
  });

  it("say something, and not the same English in Swedish by mistake", () => {
    const empty = Object.values(messages).flatMap((tree) => JSON.stringify(tree).match(/:""/g) ?? []);
    expect(empty).toEqual([]);
  });

  it("name every action of the history", () => {
    const named = keys(messages.en.history.actions);
    expect(named.toSorted()).toEqual(
      Object.keys(rules)
        .map((action) => action.replace(".", "_"))
        .toSorted(),
    );
  });

  it("explain every refusal", () => {
    const thrown = sources.flatMap((source) =>
      [...source.matchAll(/new Refusal\(\s*"(\w+)"/g)].map((m) => m[1]),
    );
    const judged = sources.flatMap((source) =>
      [...source.matchAll(/Constraints = \{([^}]*)\}/g)].flatMap(([, map]) =>
        [...(map ?? "").matchAll(/: "(\w+)"/g)].map((m) => m[1]),
      ),
    );
    expect(thrown.length).toBeGreaterThan(50);
    expect(judged.length).toBeGreaterThan(10);
    const explained = new Set(keys(messages.en.refusals));
    expect([...new Set([...thrown, ...judged])].filter((code) => !explained.has(code ?? ""))).toEqual([]);
  });

  it("are all used", () => {
    expect(keys(messages.en).filter((key) => !isUsed(key))).toEqual([]);
  });
});
