"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { echoing, fromForm, signedInAction } from "@/app/_request/clients";
import { requestLocale } from "@/app/_request/locale";
import { appoint } from "@/domain/people/appoint";
import { createOffice } from "@/domain/people/create-office";
import { createPerson } from "@/domain/people/create-person";
import { editAppointment } from "@/domain/people/edit-appointment";
import { editOffice } from "@/domain/people/edit-office";
import { editPerson } from "@/domain/people/edit-person";
import {
  appointmentInput,
  editAppointmentInput,
  editOfficeInput,
  editPersonInput,
  officeInput,
  personInput,
} from "@/domain/people/input";

const room = "/[locale]/organize/people";

export const createPersonAction = signedInAction
  .inputSchema(fromForm(personInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await createPerson(ctx.actor, parsedInput);
    redirect(`/${await requestLocale()}/organize/people/${id}` as never);
  });

export const editPersonAction = signedInAction
  .inputSchema(fromForm(editPersonInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await editPerson(ctx.actor, parsedInput);
    revalidatePath(`${room}/[id]`, "page");
    return saved;
  });

export const appointAction = signedInAction
  .inputSchema(fromForm(appointmentInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const created = await appoint(ctx.actor, parsedInput);
    revalidatePath(`${room}/[id]`, "page");
    revalidatePath(`${room}/offices/[id]`, "page");
    return created;
  });

export const editAppointmentAction = signedInAction
  .inputSchema(fromForm(editAppointmentInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await editAppointment(ctx.actor, parsedInput);
    revalidatePath(`${room}/[id]`, "page");
    return saved;
  });

export const createOfficeAction = signedInAction
  .inputSchema(fromForm(officeInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await createOffice(ctx.actor, parsedInput);
    redirect(`/${await requestLocale()}/organize/people/offices/${id}` as never);
  });

export const editOfficeAction = signedInAction
  .inputSchema(fromForm(editOfficeInput), echoing)
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await editOffice(ctx.actor, parsedInput);
    revalidatePath(`${room}/offices/[id]`, "page");
    return saved;
  });
