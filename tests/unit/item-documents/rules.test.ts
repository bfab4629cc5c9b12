import { describe, expect, it } from "vitest";
import { documentTypes } from "@/domain/files/rules";
import { audiencesWithin, isWider, kindOfFile } from "@/domain/item-documents/rules";

describe("the audience of a document", () => {
  it("is never wider than that of its item", () => {
    expect(isWider("public", "participants")).toBe(true);
    expect(isWider("participants", "participants")).toBe(false);
    expect(isWider("organizers", "participants")).toBe(false);
    expect(audiencesWithin("participants")).toEqual(["participants", "organizers"]);
    expect(audiencesWithin("organizers")).toEqual(["organizers"]);
  });
});

it("has a word for every kind of file that is taken", () => {
  expect(documentTypes.map(kindOfFile)).not.toContain("");
});
