"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { addDocument } from "@/domain/accessions/add-document";
import { approve } from "@/domain/accessions/approve";
import { check } from "@/domain/accessions/check";
import { edit, setDeadlines } from "@/domain/accessions/edit";
import { decline, withdraw } from "@/domain/accessions/end";
import {
  addDocumentInput,
  approveInput,
  checkInput,
  deadlinesInput,
  editInput,
  endInput,
  noteInput,
  recordInput,
  sendToBoardInput,
  stepInput,
} from "@/domain/accessions/input";
import { note } from "@/domain/accessions/note";
import { recordLetter } from "@/domain/accessions/record-letter";
import { review, sendToBoard } from "@/domain/accessions/review";
import { decide } from "@/domain/board/decide";
import { decideInput } from "@/domain/board/input";
import { formFile, formFiles } from "@/lib/form";

const refresh = () => revalidatePath("/[locale]/organize/accessions", "layout");

export const recordLetterAction = signedInAction
  .inputSchema(fromForm(recordInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const documents = Object.values(formFiles(clientInput, "documents."));
    const { id } = await recordLetter(ctx.actor, parsedInput, documents);
    redirect(`/${await requestLocale()}/organize/accessions/${id}` as never);
  });

export const editAccessionAction = signedInAction
  .inputSchema(fromForm(editInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await edit(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const deadlinesAction = signedInAction
  .inputSchema(fromForm(deadlinesInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await setDeadlines(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const noteAction = signedInAction
  .inputSchema(fromForm(noteInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const noted = await note(ctx.actor, parsedInput);
    refresh();
    return noted;
  });

export const addDocumentAction = signedInAction
  .inputSchema(fromForm(addDocumentInput), echoing)
  .stateAction(async ({ parsedInput, clientInput, ctx }) => {
    const added = await addDocument(ctx.actor, parsedInput, formFile(clientInput, "file"));
    refresh();
    return added;
  });

export const checkAction = signedInAction
  .inputSchema(fromForm(checkInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const ticked = await check(ctx.actor, parsedInput);
    refresh();
    return ticked;
  });

export const reviewAction = signedInAction
  .inputSchema(fromForm(stepInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await review(ctx.actor, parsedInput);
    refresh();
    return done;
  });

export const sendToBoardAction = signedInAction
  .inputSchema(fromForm(sendToBoardInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await sendToBoard(ctx.actor, parsedInput);
    refresh();
    return done;
  });

export const decideAction = signedInAction
  .inputSchema(fromForm(decideInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await decide(ctx.actor, parsedInput);
    refresh();
    return done;
  });

export const approveAction = signedInAction
  .inputSchema(fromForm(approveInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await approve(ctx.actor, parsedInput);
    refresh();
    return done;
  });

export const declineAction = signedInAction
  .inputSchema(fromForm(endInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await decline(ctx.actor, parsedInput);
    refresh();
    return done;
  });

export const withdrawAction = signedInAction
  .inputSchema(fromForm(endInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const done = await withdraw(ctx.actor, parsedInput);
    refresh();
    return done;
  });
