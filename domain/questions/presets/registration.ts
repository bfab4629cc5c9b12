import { ask, option, sensitiveDays, yesAndNo } from "./draft";

const needs = { audience: "needs" as const, keptDays: sensitiveDays };

/** What the presets ask of whoever registers. */
export const atRegistration = {
  interpretation: ask(
    "interpretation",
    "choice",
    { en: "Language you wish to listen in", sv: "Språk du vill lyssna på" },
    {
      help: {
        en: "The plenary is interpreted where enough participants ask for a language.",
        sv: "Plenum tolkas till de språk som tillräckligt många deltagare vill ha.",
      },
      options: [
        option("en", "English", "Engelska"),
        option("fr", "French", "Franska"),
        option("es", "Spanish", "Spanska"),
        option("ar", "Arabic", "Arabiska"),
        option("zh", "Chinese", "Kinesiska"),
        option("pt", "Portuguese", "Portugisiska"),
      ],
      audience: "delegation",
    },
  ),
  visa: ask(
    "visa",
    "choice",
    {
      en: "Do you need a letter of invitation for a visa?",
      sv: "Behöver du ett inbjudningsbrev för visum?",
    },
    { options: yesAndNo, audience: "delegation" },
  ),
  embassy: ask(
    "embassy",
    "text",
    {
      en: "Embassy or consulate where you apply",
      sv: "Ambassad eller konsulat där du ansöker",
    },
    { required: true, shownIf: { key: "visa", value: "yes" }, audience: "delegation" },
  ),
  meals: ask(
    "meals",
    "choices",
    { en: "Meals", sv: "Måltider" },
    {
      help: {
        en: "For the kitchen. Write allergies under dietary needs.",
        sv: "Till köket. Skriv allergier under kostbehov.",
      },
      options: [
        option("vegetarian", "Vegetarian", "Vegetariskt"),
        option("vegan", "Vegan", "Veganskt"),
        option("halal", "Halal", "Halal"),
        option("kosher", "Kosher", "Kosher"),
        option("other", "Something else", "Något annat"),
      ],
      ...needs,
    },
  ),
  otherMeals: ask(
    "otherMeals",
    "text",
    { en: "What should the kitchen know?", sv: "Vad bör köket veta?" },
    { required: true, shownIf: { key: "meals", value: "other" }, ...needs },
  ),
  photographs: ask(
    "photographs",
    "agreement",
    {
      en: "I agree that photographs and recordings of me at the event are published.",
      sv: "Jag samtycker till att bilder och inspelningar av mig från evenemanget publiceras.",
    },
    {
      help: {
        en: "Without it we keep you out of pictures as well as we can. You can change your mind.",
        sv: "Annars håller vi dig utanför bild så gott vi kan. Du kan ändra dig.",
      },
      audience: "door",
    },
  ),
  expertise: ask(
    "expertise",
    "long_text",
    { en: "What do you work with?", sv: "Vad arbetar du med?" },
    {
      help: {
        en: "A few sentences; the moderators seat the tables by them.",
        sv: "Några meningar; moderatorerna sätter samman borden efter dem.",
      },
      required: true,
    },
  ),
  contribution: ask(
    "contribution",
    "choice",
    {
      en: "Would you like to present something yourself?",
      sv: "Vill du själv presentera något?",
    },
    { options: yesAndNo },
  ),
  topic: ask(
    "topic",
    "text",
    { en: "What about?", sv: "Vad handlar det om?" },
    { required: true, shownIf: { key: "contribution", value: "yes" } },
  ),
  attendance: ask(
    "attendance",
    "choice",
    { en: "How will you take part?", sv: "Hur deltar du?" },
    {
      options: [option("room", "In the room", "På plats"), option("online", "Online", "På distans")],
      required: true,
      audience: "door",
    },
  ),
  inAdvance: ask(
    "inAdvance",
    "long_text",
    {
      en: "Questions you would like to see answered",
      sv: "Frågor du vill få svar på",
    },
    { audience: "secretariat" },
  ),
};
