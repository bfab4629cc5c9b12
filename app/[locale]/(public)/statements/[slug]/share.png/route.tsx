import { getTranslations } from "next-intl/server";
import { noImage, shareImage } from "@/app/_request/share-image";
import { publicStatement } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { dayIn, formatDay } from "@/lib/time";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The picture of a public statement, in the language in which it is read here. */
export async function GET(request: Request, { params }: Context) {
  const at = now();
  const { locale: asked, slug } = await params;
  const statement = isLocale(asked) ? await publicStatement(slug, asked, at) : undefined;
  if (!statement) return noImage();
  const { locale, kind, title, adoptedAt, firstPublicAt, zone } = statement;
  const kinds = await getTranslations({ locale, namespace: "enums.statementKind" });
  const facts = formatDay(dayIn(adoptedAt ?? firstPublicAt, zone ?? "UTC"), locale);
  return shareImage(request, { kind: kinds(kind), title, facts }, locale, at);
}
