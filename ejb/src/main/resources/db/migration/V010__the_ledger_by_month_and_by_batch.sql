-- What one worker sent at once becomes one row, the ids beside it keep an event from coming in twice, and both are
-- kept in a table for each month (docs/decisions, 31).
alter table event rename to event_one_by_one;
alter table event_one_by_one rename constraint event_pkey to event_one_by_one_pkey;
alter table event_one_by_one rename constraint event_once to event_one_by_one_once;

create sequence ledger_number;
create table ledger (
  number      bigint not null,
  received_at timestamptz(3) not null,
  sent_at     timestamptz(3) not null,
  worker_id   uuid not null,
  device      uuid not null,
  size        smallint not null check (size between 0 and 512),
  source      varchar(8) not null check (source in ('key', 'session', 'replay')),
  contents    bytea[],
  events      json not null,
  primary key (number, received_at)
) partition by range (received_at);
create index ledger_worker on ledger (worker_id);
comment on table ledger is 'The ledger: what workers did, as their phones told it, once; a row for what came of one worker and one phone in one batch. Only ever added to, but for erasure. One table for each month of coming in. To look at it, use the view event.';
comment on column ledger.number is 'The order in which readers see batches; drawn behind the gate (docs/decisions, 10). Gaps are usual.';
comment on column ledger.received_at is 'When it came in, by the server''s clock.';
comment on column ledger.sent_at is 'When it was sent, by the phone''s clock, right or wrong.';
comment on column ledger.worker_id is 'Who did it. No foreign key: an intake must not wait for the roster; the key or the session vouches for the worker.';
comment on column ledger.device is 'The phone''s own random name.';
comment on column ledger.size is 'How many events are in the list.';
comment on column ledger.source is 'What vouches for the worker: the key that sealed or signed, the session that sent, or the replay of a demo history.';
comment on column ledger.contents is 'SHA-256 of the published parts that the events are about, each once.';
comment on column ledger.events is 'A list of t (type), v (version), s (the phone''s own count of her events), a (how many milliseconds before sent_at it happened, by the phone''s clock), c (which of contents, from 0) and b (what happened, by type and version; no names). Null: an event that was here already, or was erased.';
create table ledger_other partition of ledger default;

create table event_id (
  id       uuid primary key,
  position bigint not null
) partition by range (id);
create index event_id_position on event_id using brin (position);
comment on table event_id is 'Each event''s own id, once, and where the event is. The id begins with the phone''s time (UUIDv7), so that there is one table for each month of making, and the ids that are out of all time have theirs.';
comment on column event_id.position is 'The order in which readers see events: 512 times the number in the ledger, plus the place in the list from 0. Read only up to the settled position (docs/decisions, 10).';
create table event_id_other partition of event_id default;

create view event as
  select e.position, e.id, l.worker_id, l.device, x.event ->> 't' as type, (x.event ->> 'v')::integer as v,
         (x.event ->> 's')::bigint as seq, t.at, l.sent_at, l.received_at,
         greatest(least(l.received_at, t.at + (l.received_at - l.sent_at)), 'epoch') as corrected_at, l.source,
         l.contents[(x.event ->> 'c')::integer + 1] as content_hash, (x.event -> 'b')::jsonb as body
    from event_id e
    join ledger l on l.number = e.position >> 9
                 and e.position >= l.number << 9 and e.position < (l.number + 1) << 9
   cross join lateral (select l.events -> (e.position & 511)::integer as event) x
   cross join lateral (select l.sent_at - (x.event ->> 'a')::bigint * interval '1 millisecond' as at) t;
comment on view event is 'The ledger event by event, for people who look. Where one was erased there stays its id.';
comment on column event.at is 'When it happened, by the phone''s clock, right or wrong.';
comment on column event.corrected_at is 'at + (received_at - sent_at), and never later than received_at: the time to count by.';

-- The least id of a moment: 48 bits of milliseconds, then nothing.
create function id_of(moment timestamptz) returns uuid language sql stable return
  (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

-- Makes the tables of a month. What had to go among the others is moved.
create function make_month(month timestamptz) returns void language plpgsql as $$
declare
  name text := to_char(month at time zone 'UTC', '_YYYY_MM');
  after timestamptz := (month at time zone 'UTC' + interval '1 month') at time zone 'UTC';
begin
  if to_regclass('ledger' || name) is null then
    lock table ledger_other in access exclusive mode;
    execute format('create table %I (like ledger including defaults including constraints)', 'ledger' || name);
    execute format('with moved as (delete from ledger_other where received_at >= %L and received_at < %L returning *)'
      || ' insert into %I select * from moved', month, after, 'ledger' || name);
    execute format('alter table ledger attach partition %I for values from (%L) to (%L)', 'ledger' || name, month, after);
  end if;
  if to_regclass('event_id' || name) is null then
    lock table event_id_other in access exclusive mode;
    execute format('create table %I (like event_id including defaults including constraints)', 'event_id' || name);
    execute format('with moved as (delete from event_id_other where id >= %L and id < %L returning *)'
      || ' insert into %I select * from moved', id_of(month), id_of(after), 'event_id' || name);
    execute format('alter table event_id attach partition %I for values from (%L) to (%L)',
      'event_id' || name, id_of(month), id_of(after));
  end if;
end $$;

-- Makes the tables of the months around a moment, so many before and after it; one caller at a time.
create function make_months(around timestamptz, before integer, after integer) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(82881668017411);
  for i in -before .. after loop
    perform make_month((date_trunc('month', around at time zone 'UTC') + i * interval '1 month') at time zone 'UTC');
  end loop;
end $$;
do $$ begin perform make_months(now(), 12, 3); end $$;

-- What is here already keeps its order. A batch is cut where a reader has come to, so that every reader goes on with
-- exactly what it had not yet read.
create temporary table moved on commit drop as
  select was, id, dense_rank() over (order by epoch, first, nth / 500) as number, nth % 500 as n
    from (select position as was, id, epoch, first,
                 row_number() over (partition by epoch, first order by position) - 1 as nth
            from (select e.position, e.id, e.epoch,
                         min(e.position) over (partition by e.epoch, e.worker_id, e.device, e.sent_at, e.received_at,
                                                            e.source) as first
                    from (select o.*, (select count(*) from projection p where p.position < o.position) as epoch
                            from event_one_by_one o) e) e) e;
create unique index on moved (was);
analyze moved;

insert into event_id (id, position) select id, number << 9 | n from moved;

insert into ledger (number, received_at, sent_at, worker_id, device, size, source, contents, events)
  select m.number, e.received_at, e.sent_at, e.worker_id, e.device, count(*), e.source, c.contents,
         json_agg(case when e.content_hash is null
           then json_build_object('t', e.type, 'v', e.v, 's', e.seq, 'a', a.ago, 'b', e.body)
           else json_build_object('t', e.type, 'v', e.v, 's', e.seq, 'a', a.ago,
                                  'c', array_position(c.contents, e.content_hash) - 1, 'b', e.body) end order by m.n)
    from moved m
    join event_one_by_one e on e.position = m.was
   cross join lateral (select (extract(epoch from e.sent_at - e.at) * 1000)::bigint as ago) a
    join (select m.number, array_agg(distinct e.content_hash) filter (where e.content_hash is not null) as contents
            from moved m join event_one_by_one e on e.position = m.was group by m.number) c on c.number = m.number
   group by m.number, e.received_at, e.sent_at, e.worker_id, e.device, e.source, c.contents;

select setval('ledger_number', greatest(1, max(number))) from moved;
update projection p
   set position = coalesce((select max(number << 9 | n) from moved where was <= p.position), 0);
update projection_fault f set position = (select number << 9 | n from moved where was = f.position);
drop table event_one_by_one;

comment on column projection.position is 'Up to where it has read.';
