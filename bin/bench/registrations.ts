import { driver } from "@/db/client";
import { nobody } from "@/domain/access/actor";
import { registrationInput } from "@/domain/participations/input";
import { register } from "@/domain/participations/register";

const AT_ONCE = 8;
const DURATION = 5000;
const MOST = 2000;

/**
 * Registers as many people as it can for one event with open registration: seats, waiting list, history and mails
 * included, all of them behind the lock of one row. Resolves to registrations per second.
 */
export async function registrationsPerSecond(): Promise<number> {
  const [event] = await driver()<{ slug: string }[]>`
    select slug from events
    where registration_policy = 'open' and announced_at is not null and cancelled_at is null and starts_at > now()
    order by starts_at limit 1`;
  if (!event) throw new Error("The demonstration has no event with open registration.");
  const began = performance.now();
  let done = 0;
  const line = async () => {
    while (performance.now() - began < DURATION && done < MOST) {
      const number = ++done;
      const email = `bench.${number}@example.org`;
      const sent = {
        event: event.slug,
        email,
        name: `Guest ${number}`,
        organisationName: "Bench",
        locale: "en",
      };
      await register(nobody, registrationInput.parse(sent));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return (done / (performance.now() - began)) * 1000;
}
