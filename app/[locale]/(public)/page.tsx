/** The group at a glance. */
export default function HomePage() {
  return <h1>Plenary</h1>;
}
