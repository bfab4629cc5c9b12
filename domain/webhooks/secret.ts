import { randomBytes } from "node:crypto";

/** A fresh secret of 256 random bits, as Standard Webhooks writes it. */
export const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;
