import type { Row } from "./rows";

type Props = { index: number; row: Row };

/** What goes with a paragraph unseen: only what there is, for forms have a most of fields. */
export function RowFields({ index, row }: Props) {
  const name = (part: string) => `paragraphs.${index}.${part}`;
  const { id, splitFrom, absorbed, cites } = row;
  return (
    <>
      <input type="hidden" name={name("id")} value={id} />
      {splitFrom && <input type="hidden" name={name("splitFrom")} value={splitFrom} />}
      {absorbed.map((one) => (
        <input key={one} type="hidden" name={name("absorbed")} value={one} />
      ))}
      {cites && (
        <>
          <input type="hidden" name={name("cites.statementId")} value={cites.statementId} />
          <input type="hidden" name={name("cites.paragraphId")} value={cites.paragraphId} />
        </>
      )}
    </>
  );
}
