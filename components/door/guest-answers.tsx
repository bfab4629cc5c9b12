"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { AnswersList } from "../questions/answers-list";
import { ask } from "./ask";

type Questions = ComponentProps<typeof AnswersList>["questions"];

/** What somebody answered that is meant for the door: fetched for the card, never kept. */
export function GuestAnswers({ base, id }: { base: string; id: string }) {
  const [questions, setQuestions] = useState<Questions>([]);
  useEffect(() => {
    let gone = false;
    void ask<Questions>(`${base}/answers/${id}`).then((answer) => {
      if (!gone && answer.kind === "answered") setQuestions(answer.data);
    });
    return () => {
      gone = true;
    };
  }, [base, id]);
  if (questions.length === 0) return null;
  return <AnswersList questions={questions} stages={[]} filesAt={`/api/answers/${id}`} />;
}
