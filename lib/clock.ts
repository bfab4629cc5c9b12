/** The one clock: the present instant. Everything that needs the time takes it from here, or as an argument. */
export function now(): Date {
  return new Date();
}
