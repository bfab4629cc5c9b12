import { db, type Transaction } from "@/db/client";
import { media, mediaVariants } from "@/db/schema/media";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { keepSeen, lookAt, type Seen, type Sent } from "@/domain/files/keep";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { type Drawn, drawAnew, mostPixels } from "@/lib/images/draw";
import { withoutNotes } from "@/lib/images/film";
import { Refusal } from "@/lib/refusal";
import type { AddMediaInput } from "./input";
import { allMediaTypes, kindOfType, mostAtOnce, mostMediaBytes, pictureEndings } from "./rules";

/**
 * Puts pictures, films or files into the library, all of them or none. Pictures are drawn anew, without what the camera
 * wrote into them, in their own size and smaller ones; of a film what the camera noted is blotted out. Refuses
 * `file_missing`, `file_too_large`, `too_many_files`, `media_type`, `media_unreadable`, `too_many_pixels`.
 */
export async function addSeveral(actor: Actor, input: AddMediaInput, sent: Sent[], at = now()) {
  // Before anything is drawn: it takes a while, and there is no row yet whose rights could be asked.
  ensure(actor, "media.add");
  if (sent.length === 0) throw new Refusal("file_missing");
  if (sent.length > mostAtOnce) throw new Refusal("too_many_files", { most: mostAtOnce });
  const all: Looked[] = [];
  for (const file of sent) all.push(await looked(file));
  return db().transaction(async (tx) => {
    const added: { id: string }[] = [];
    for (const one of all) added.push(await kept(tx, actor, input, one, at));
    return added;
  });
}

/** Puts one thing into the library: see `addSeveral`. */
export async function add(actor: Actor, input: AddMediaInput, file: Sent | undefined, at = now()) {
  const [added] = await addSeveral(actor, input, file ? [file] : [], at);
  if (!added) throw new Refusal("file_missing");
  return added;
}

type Looked = Awaited<ReturnType<typeof looked>>;

async function kept(
  tx: Transaction,
  actor: Actor,
  input: AddMediaInput,
  { kind, seen, drawn }: Looked,
  at: Date,
) {
  const whole = drawn ? { ...seen, ...drawn.whole, name: named(seen.name, drawn.whole) } : seen;
  const fileId = await keepSeen(tx, "media", null, whole, at);
  const [row] = await tx
    .insert(media)
    .values({
      kind,
      name: input.name || seen.name,
      alt: input.alt,
      credit: input.credit,
      fileId,
      width: drawn?.whole.width ?? null,
      height: drawn?.whole.height ?? null,
      createdAt: at,
      createdBy: actorName(actor),
    })
    .returning({ id: media.id });
  if (!row) throw new Refusal("not_found");
  await keepVariants(tx, row.id, seen.name, drawn?.variants ?? [], at);
  await record(tx, actor, { action: "media.add", subject: ["media", row.id], at, details: { kind } });
  return row;
}

/** What was sent, as it will be kept. */
async function looked(file: Sent | undefined) {
  const seen = await lookAt(file, allMediaTypes, Math.max(...Object.values(mostMediaBytes))).catch(
    (error) => {
      throw error instanceof Refusal && error.code === "file_type" ? new Refusal("media_type") : error;
    },
  );
  const kind = kindOfType(seen.contentType);
  if (!kind) throw new Refusal("media_type");
  const most = mostMediaBytes[kind];
  if (seen.content.length > most) throw new Refusal("file_too_large", { megabytes: most / 1_000_000 });
  if (kind === "file") return { kind, seen };
  if (kind === "video") return { kind, seen: { ...seen, content: withoutNotes(seen.content) } };
  const drawn = await drawAnew(seen.content);
  if (drawn === "unreadable") throw new Refusal("media_unreadable");
  if (drawn === "too_many_pixels")
    throw new Refusal("too_many_pixels", { megapixels: mostPixels / 1_000_000 });
  return { kind, seen, drawn };
}

async function keepVariants(tx: Transaction, mediaId: string, name: string, all: Drawn[], at: Date) {
  for (const one of all) {
    const fileId = await keepSeen(tx, "media", null, { ...one, name: named(name, one) }, at);
    await tx.insert(mediaVariants).values({ mediaId, width: one.width, fileId });
  }
}

/** The name of a picture with the ending of what it was drawn as. */
function named(name: Seen["name"], { contentType }: Pick<Drawn, "contentType">): string {
  return `${name.replace(/\.\w{1,5}$/, "")}.${pictureEndings[contentType]}`;
}
