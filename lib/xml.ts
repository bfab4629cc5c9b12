import { printableText } from "./text/printable";

/** An element of an XML document: its name, its attributes and what is in it. Attributes without a value are left out. */
export type Element = [
  name: string,
  attributes: Record<string, string | number | undefined>,
  ...children: (Element | string)[],
];

/** Writes an XML 1.0 document; no text inside can end its element, nor hold a character that XML has no place for. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`;
}

function written([name, attributes, ...children]: Element): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const head = [name, ...given.map(([key, value]) => `${key}="${escaped(String(value))}"`)].join(" ");
  const inside = children.map((child) => (typeof child === "string" ? escaped(child) : written(child)));
  return inside.length > 0 ? `<${head}>${inside.join("")}</${name}>` : `<${head}/>`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

const escaped = (text: string) => printableText(text).replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign);
