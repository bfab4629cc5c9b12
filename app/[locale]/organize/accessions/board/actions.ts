"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { addSeatInput, editSeatInput, quorumInput } from "@/domain/board/input";
import { addSeat, editSeat, setQuorum } from "@/domain/board/seats";

const refresh = () => revalidatePath("/[locale]/organize/accessions", "layout");

export const addSeatAction = signedInAction
  .inputSchema(fromForm(addSeatInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const seat = await addSeat(ctx.actor, parsedInput);
    refresh();
    return seat;
  });

export const editSeatAction = signedInAction
  .inputSchema(fromForm(editSeatInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await editSeat(ctx.actor, parsedInput);
    refresh();
    return saved;
  });

export const quorumAction = signedInAction
  .inputSchema(fromForm(quorumInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await setQuorum(ctx.actor, parsedInput);
    refresh();
    return saved;
  });
