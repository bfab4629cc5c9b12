import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import type { Amended } from "@/domain/amendments/rules";
import { InlineText } from "../statements/inline-text";
import type { Reference } from "./amendment";
import { WordRuns } from "./word-runs";

type Props = { amendment: Amended; locale: Locale; references: Reference[] };

/** What an amendment would change, against the words it was made on. */
export function Proposal({ amendment, locale, references }: Props) {
  const t = useTranslations("negotiation.proposal");
  const kinds = useTranslations("enums.paragraphKind");
  const { kind, base, proposal } = amendment;
  const old = base.map(({ text }) => text).join("\n\n");
  if (kind === "replace" || kind === "merge") {
    return <WordRuns before={old} after={proposal.text ?? ""} locale={locale} />;
  }
  if (kind === "retitle") {
    return <WordRuns before={amendment.baseTitle} after={proposal.title ?? ""} locale={locale} />;
  }
  if (kind === "delete") return <WordRuns before={old} after="" locale={locale} />;
  if (kind === "insert_after") {
    return (
      <div>
        <p className="text-muted text-xs">{t("inserted", { kind: kinds(proposal.kind ?? "operative") })}</p>
        <p lang={locale} className="whitespace-pre-line break-words font-serif">
          <ins className="bg-success-soft">
            <InlineText text={proposal.text ?? ""} view="brackets" />
          </ins>
        </p>
      </div>
    );
  }
  if (kind === "split") {
    return (
      <ol className="space-y-2">
        {(proposal.parts ?? []).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity but their place.
          <li key={index}>
            <p className="text-muted text-xs">{t("parts", { number: index + 1 })}</p>
            <p lang={locale} className="whitespace-pre-line break-words font-serif">
              <InlineText text={part} view="brackets" />
            </p>
          </li>
        ))}
      </ol>
    );
  }
  const anchor = references.find((one) => one.id === proposal.afterId);
  const where = anchor && (anchor.reference ?? t("unnumbered", { words: anchor.words }));
  if (!proposal.afterId) return <p>{t("movesStart")}</p>;
  return <p>{where ? t("moves", { reference: where }) : t("anchorGone")}</p>;
}

/** The proposed words alone, to be copied where the paragraph itself is gone. */
export function proposedWords({ proposal }: Amended): string {
  return proposal.text ?? proposal.parts?.join("\n\n") ?? proposal.title ?? "";
}
