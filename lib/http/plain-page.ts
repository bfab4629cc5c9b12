import { pathOf } from "./address";
import { limitOf } from "./body";

/** Failures the server answers itself, because the application was not or cannot be asked. */
export type Failure = 400 | 405 | 413 | 503;

/** Not in `messages/`: these must be sayable when nothing else works. */
const WORDS = {
  en: {
    400: [
      "This request cannot be read",
      "The address or the form that was sent is malformed. Go back and try again.",
    ],
    405: ["This cannot be asked here", "The address is read or sent a form; it can be asked nothing else."],
    413: [
      "Too much at once",
      "What was sent is larger than {MB} MB. Shorten it and send it again; nothing was saved.",
    ],
    503: [
      "Back in a moment",
      "Plenary cannot get at its data right now. Nothing is lost. Try again in a minute.",
    ],
    home: "To the start page",
  },
  sv: {
    400: [
      "Förfrågan går inte att läsa",
      "Adressen eller formuläret som skickades är felaktigt. Gå tillbaka och försök igen.",
    ],
    405: [
      "Så kan man inte fråga här",
      "Adressen kan läsas eller ta emot ett formulär; något annat går inte att begära av den.",
    ],
    413: [
      "För mycket på en gång",
      "Det som skickades är större än {MB} MB. Korta det och skicka igen; inget har sparats.",
    ],
    503: [
      "Strax tillbaka",
      "Plenary kommer inte åt sina uppgifter just nu. Inget har gått förlorat. Försök igen om en minut.",
    ],
    home: "Till startsidan",
  },
} as const;

/** A complete page saying what happened, in the language of the address; needs no script, style file or database. */
export function plainPage(failure: Failure, url: string): string {
  const locale = /^\/sv(\/|$)/.test(pathOf(url)) ? "sv" : "en";
  const [title, words] = WORDS[locale][failure];
  const explanation = words.replace("{MB}", String(Math.floor(limitOf(pathOf(url)) / 1_000_000)));
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
</head>
<body style="font: 1.125rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem">
<main>
<h1 style="font-size: 1.75rem; line-height: 1.25">${title}</h1>
<p>${explanation}</p>
<p><a href="/${locale}" style="color: inherit">${WORDS[locale].home}</a></p>
</main>
</body>
</html>
`;
}
