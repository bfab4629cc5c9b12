import { notFound } from "next/navigation";

/** Every address below a language that no page has: the useful 404 of that language. */
export default function NoSuchPage() {
  notFound();
}
