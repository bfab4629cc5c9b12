import { driver } from "@/db/client";

/** Puts so many invented people into an event: three classes and states in turn, from two hundred organisations. */
export async function manyParticipants(eventId: string, count: number) {
  const sql = driver();
  await sql`
    insert into organisations (slug, kind, name)
    select 'many-' || i, 'company', jsonb_build_object('en', 'Company ' || i, 'sv', 'Bolaget ' || i)
    from generate_series(1, 200) i on conflict do nothing`;
  await sql`
    insert into participations (event_id, name, family_name, email, functional_title, organisation_id, class, state,
      seat_pool, tags, locale, source, access_needs)
    select ${eventId}, 'Given' || i || ' Family' || (i * 7919) % 10007, 'Family' || (i * 7919) % 10007,
      'p' || i || '@example.org', 'Director ' || i % 50, o.id,
      (array['delegate', 'adviser', 'press'])[1 + i % 3]::participation_class, s.state,
      case when s.state = 'approved' then 'open'::pool_kind end, case when i % 10 = 0 then array['vip'] else '{}' end,
      'en', 'registration', case when i % 30 = 0 then 'Ramp' else '' end
    from generate_series(1, ${count}::int) i
    join (select id, row_number() over (order by slug) as n from organisations where slug like 'many-%') o
      on o.n = 1 + i % 200
    cross join lateral
      (select (array['approved', 'submitted', 'declined'])[1 + i % 3]::participation_state as state) s`;
  await sql`analyze participations`;
}
