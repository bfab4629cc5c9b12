import * as flags from "country-flag-icons/string/3x2";

const drawings = new Map(Object.entries(flags));

/** The drawing of a country's flag, `/flags/SE.svg`; kept by the reader's browser for a month. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const drawing = drawings.get(file.replace(/\.svg$/, ""));
  if (!drawing || !file.endsWith(".svg")) return new Response(null, { status: 404 });
  return new Response(drawing, {
    headers: { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=2592000" },
  });
}
