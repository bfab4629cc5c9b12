import "server-only";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { printedNotes, printedText } from "@/app/_request/printed-text";
import type { Actor } from "@/domain/access/actor";
import { groupProfile } from "@/domain/group/queries";
import { docxOf } from "@/domain/statements/export/docx";
import { markdownOf, plainOf } from "@/domain/statements/export/plain";
import type { Viewed } from "@/domain/statements/views/queries";
import { fileAnswer } from "@/lib/http/file";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { drawnApart } from "@/lib/pdf/apart";
import type { Sheet } from "@/lib/pdf/sheet";
import { Refusal } from "@/lib/refusal";
import { dayIn, formatDay } from "@/lib/time";

type FileContext = { params: Promise<{ id: string; revisionId: string }> };
type View = (
  actor: Actor,
  wanted: { statementId: string; revisionId: string; againstId?: string | undefined },
) => Promise<Viewed>;

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  md: "text/markdown; charset=utf-8",
  pdf: "application/pdf",
  txt: "text/plain",
};

/** The route of a revision as a file, as `view` lets whoever asks see it; 404 for anything else. */
export function fileRoute(view: View, as: keyof typeof types) {
  return async (request: Request, { params }: FileContext): Promise<Response> => {
    const ids = z.object({ id: z.uuid(), revisionId: z.uuid() }).safeParse(await params);
    const against = z.uuid().safeParse(new URL(request.url).searchParams.get("against"));
    const notFound = () => new Response("Not found", { status: 404 });
    if (!ids.success) return notFound();
    try {
      const actor = await currentActor();
      const wanted = { statementId: ids.data.id, revisionId: ids.data.revisionId };
      return await answer(await view(actor, { ...wanted, againstId: against.data }), as);
    } catch (error) {
      if (error instanceof Refusal) return notFound();
      throw error;
    }
  };
}

async function answer({ revision, against }: Viewed, as: keyof typeof types): Promise<Response> {
  const { locale, title, paragraphs, savedAt, savedByName } = revision;
  const [t, { zone }, label] = await Promise.all([
    getTranslations({ locale, namespace: "statements" }),
    groupProfile(),
    labelOf(revision, locale),
  ]);
  const text = {
    locale,
    title,
    paragraphs,
    label,
    day: formatDay(dayIn(savedAt, zone), locale),
    words: {
      annex: (number: string) => t("text.annex", { number }),
      pageOf: (page: string, of: string) => t("files.pageOf", { page, of }),
    },
  };
  const tracked = against && { ...against, author: savedByName, at: savedAt };
  const content = await contentOf();
  async function contentOf() {
    if (as === "docx") return docxOf(tracked ? { ...text, against: tracked } : text);
    if (as === "pdf") return Buffer.from(await drawn(text, savedAt));
    return Buffer.from(as === "md" ? markdownOf(text) : plainOf(text));
  }
  return fileAnswer({ name: `${named(`${title}, ${label}`)}.${as}`, contentType: types[as], content });
}

/** A draft on paper: its text, and on every page which revision it is. */
async function drawn(
  {
    locale,
    title,
    paragraphs,
    label,
    day,
  }: Parameters<typeof markdownOf>[0] & { label: string; day: string },
  madeAt: Date,
): Promise<Uint8Array> {
  const { name } = await groupProfile();
  return drawnApart("bin/draw-statement.ts", {
    language: locale,
    title,
    author: pick(name, locale).text,
    head: `${title} · ${label} · ${day}`,
    page: words(locale, "statements")("page"),
    madeAt,
    blocks: [
      { kind: "paragraph", look: "centred", words: [{ text: `${label} · ${day}`, scale: 0.85 }] },
      { kind: "heading", level: 1, centred: true, words: [{ text: title }] },
      ...printedText({ locale, paragraphs }),
      ...printedNotes({ locale, paragraphs }),
    ],
  } satisfies Sheet);
}

/** A name that every file system takes. */
const named = (text: string) => text.replace(/[/\\:*?"<>|]/g, "-").slice(0, 120);

/** How a revision is spoken of: "REV.1" where it was sent round, and else by its language and number. */
export async function labelOf(
  { locale: language, number, circulation }: Pick<Viewed["revision"], "locale" | "number" | "circulation">,
  locale: Viewed["revision"]["locale"],
): Promise<string> {
  const [t, enums] = await Promise.all([
    getTranslations({ locale, namespace: "statements" }),
    getTranslations({ locale, namespace: "enums.locale" }),
  ]);
  if (circulation === 0) return t("views.zeroDraft");
  if (circulation !== null) return t("views.rev", { number: circulation });
  return t("revisionNumber", { language: enums(language), number });
}
