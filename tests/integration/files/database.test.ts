import { describe } from "vitest";
import { sameInEveryStore } from "./doors";

describe("files in the database", () => sameInEveryStore("database"));
