create function pg_temp.base36(n bigint) returns text language plpgsql as $$
declare
  text text := '';
begin
  loop
    text := substr('0123456789abcdefghijklmnopqrstuvwxyz', (n % 36)::integer + 1, 1) || text;
    n := n / 36;
    exit when n = 0;
  end loop;
  return text;
end $$;

alter table attempt add answers text not null default '';
comment on column attempt.answers is 'The first answer to each item, scored by the server: a line of the hashes of forms (published structures), then for each item its id, the outcome (done by herself, helped by somebody, not-done), the phone''s count of the event, when it happened, corrected by the server''s clock (milliseconds since 1970; both with base 36), and whose key scored it (which of the hashes, from 0).';

update attempt t
   set answers = a.forms || a.lines
  from (select worker_id, attempt, form,
               array_to_string(f.hashes, ' ') as forms,
               string_agg(e'\n' || item || ' ' || outcome || ' ' || pg_temp.base36(seq) || ' '
                 || pg_temp.base36((extract(epoch from at) * 1000)::bigint) || ' '
                 || array_position(f.hashes, form_hash::text) - 1, '' order by item collate "C") as lines
          from attempt_answer
          join (select worker_id, attempt, form, array_agg(distinct form_hash::text order by form_hash::text) as hashes
                  from attempt_answer group by worker_id, attempt, form) f using (worker_id, attempt, form)
         group by worker_id, attempt, form, f.hashes) a
 where (t.worker_id, t.attempt, t.form) = (a.worker_id, a.attempt, a.form);
drop table attempt_answer;

-- The primary key finds a worker's attempts as well, and they are few.
drop index attempt_scored;
