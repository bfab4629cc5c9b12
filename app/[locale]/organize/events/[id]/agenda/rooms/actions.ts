"use server";

import { revalidatePath } from "next/cache";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { addRoom } from "@/domain/rooms/add";
import { editRoom } from "@/domain/rooms/edit";
import { editRoomInput, moveRoomInput, removeRoomInput, roomInput } from "@/domain/rooms/input";
import { moveRoom } from "@/domain/rooms/move";
import { removeRoom } from "@/domain/rooms/remove";

const page = "/[locale]/organize/events/[id]/agenda/rooms";

export const addRoomAction = signedInAction
  .inputSchema(fromForm(roomInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const added = await addRoom(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return added;
  });

export const editRoomAction = signedInAction
  .inputSchema(fromForm(editRoomInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const edited = await editRoom(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return edited;
  });

export const moveRoomAction = signedInAction
  .inputSchema(fromForm(moveRoomInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const moved = await moveRoom(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return moved;
  });

export const removeRoomAction = signedInAction
  .inputSchema(fromForm(removeRoomInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const removed = await removeRoom(ctx.actor, parsedInput);
    revalidatePath(page, "page");
    return removed;
  });
