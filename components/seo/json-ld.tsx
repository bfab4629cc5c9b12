/** What a page is about, for machines. */
export type Thing = { "@type": string; [property: string]: unknown };

/**
 * Facts of the page as schema.org JSON-LD. A block of data: no browser runs it, so the content security policy asks no
 * nonce of it. Written so that no text inside can end the element, whatever it says.
 */
export function JsonLd({ thing }: { thing: Thing }) {
  return <script type="application/ld+json">{inert({ "@context": "https://schema.org", ...thing })}</script>;
}

/** JSON in which nothing can be taken for markup; equal to the plain JSON for whoever parses it. */
export function inert(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
