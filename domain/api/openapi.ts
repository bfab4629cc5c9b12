import { z } from "zod";
import { env } from "@/lib/env";
import {
  announcementsAsked,
  eventsAsked,
  membersAsked,
  nothingAsked,
  statementAsked,
  statementsAsked,
} from "./parameters";
import { named } from "./schemas/named";

type Operation = {
  path: string;
  id: string;
  summary: string;
  asked: z.ZodObject;
  answer: keyof typeof named;
};

/** Every question that can be asked. */
export const operations: readonly Operation[] = [
  {
    path: "/events",
    id: "listEvents",
    summary: "The public events, latest first",
    asked: eventsAsked,
    answer: "EventList",
  },
  { path: "/events/{id}", id: "readEvent", summary: "A public event", asked: nothingAsked, answer: "Event" },
  {
    path: "/events/{id}/agenda",
    id: "readAgenda",
    summary: "The agenda of a public event, as it is released",
    asked: nothingAsked,
    answer: "Agenda",
  },
  {
    path: "/statements",
    id: "listStatements",
    summary: "The public statements, latest first",
    asked: statementsAsked,
    answer: "StatementList",
  },
  {
    path: "/statements/{id}",
    id: "readStatement",
    summary: "A public statement, with who endorses it on a day",
    asked: statementAsked,
    answer: "Statement",
  },
  {
    path: "/members",
    id: "listMembers",
    summary: "The members on a day",
    asked: membersAsked,
    answer: "MemberList",
  },
  {
    path: "/members/{id}",
    id: "readMember",
    summary: "An organisation that is or was a member",
    asked: nothingAsked,
    answer: "Member",
  },
  {
    path: "/announcements",
    id: "listAnnouncements",
    summary: "The public announcements, latest first",
    asked: announcementsAsked,
    answer: "AnnouncementList",
  },
  {
    path: "/announcements/{id}",
    id: "readAnnouncement",
    summary: "A public announcement, in every language in which it is public",
    asked: nothingAsked,
    answer: "Announcement",
  },
];

/** The API described for programs, made of the very schemas its answers are checked against (OpenAPI 3.1). */
export function openApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Plenary",
      version: "1",
      summary: "What is public of a group: its events, statements, members and announcements.",
      description:
        "Anybody may read, from any site, without a key. Each answer is what is public at the moment of the request; with `If-None-Match` it is 304 as long as nothing has changed. What is under embargo is answered like what does not exist.",
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: `${env().BASE_URL}/api/v1` }],
    tags: ["events", "statements", "members", "announcements"].map((name) => ({ name })),
    paths: Object.fromEntries(operations.map((one) => [one.path, { get: described(one) }])),
    components: { schemas: schemas() },
  };
}

function described({ path, id, summary, asked, answer }: Operation) {
  return {
    operationId: id,
    summary,
    tags: [path.split("/")[1]],
    parameters: [
      ...(path.includes("{id}")
        ? [{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }]
        : []),
      ...parametersOf(asked).map(({ name, description, schema }) => ({
        name,
        in: "query",
        description,
        schema,
      })),
    ],
    responses: {
      200: {
        description: summary,
        headers: {
          ETag: { schema: { type: "string" } },
          ...(asked.shape.page
            ? {
                Link: { description: "The first, previous, next and last page.", schema: { type: "string" } },
              }
            : {}),
        },
        content: { "application/json": { schema: { $ref: `#/components/schemas/${answer}` } } },
      },
      304: { description: "Nothing has changed since the answer with this ETag." },
      400: failure("Some parameters cannot be read."),
      404: failure("There is nothing public at this address."),
    },
  };
}

const failure = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** What a list can be asked for, as it is written in an address. */
export function parametersOf(asked: z.ZodObject) {
  const { properties = {} } = z.toJSONSchema(asked, { io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as { description?: string };
    return { name, description, schema };
  });
}

function schemas() {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` }).schemas;
  return Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}
