import type { Locale } from "@/db/enums";
import { blocksOf } from "@/domain/minutes/rules";

/** Minutes as they are read. */
export function MinutesText({ body, lang }: { body: string; lang: Locale }) {
  return (
    <div className="prose" lang={lang}>
      {blocksOf(body).map((block, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place.
        if (block.kind === "heading") return <h2 key={index}>{block.text}</h2>;
        if (block.kind === "list")
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <ul key={index}>
              {block.items.map((item, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <li key={place}>{item}</li>
              ))}
            </ul>
          );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <p key={index} className="whitespace-pre-line">
            {block.text}
          </p>
        );
      })}
    </div>
  );
}
