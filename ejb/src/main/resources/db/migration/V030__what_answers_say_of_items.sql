create table calibration (
  id          uuid primary key,
  state       varchar(10) not null check (state in
    ('waiting', 'working', 'few', 'ready', 'accepted', 'declined', 'superseded', 'failed')),
  nightly     boolean not null,
  asked_at    timestamptz(3) not null,
  execution   bigint,
  tries       integer not null default 0 check (tries >= 0),
  lease_until timestamptz(3),
  persons     integer check (persons >= 0),
  answers     bigint check (answers >= 0),
  shift       double precision,
  bank        jsonb,
  faults      jsonb,
  snapshot    bytea,
  finished_at timestamptz(3),
  decided_at  timestamptz(3),
  decided_by  uuid references worker (id),
  structure   varchar(64),
  check ((state in ('accepted', 'declined')) = (decided_at is not null))
);
create unique index calibration_one_at_a_time on calibration ((true)) where state in ('waiting', 'working');
create index calibration_asked on calibration (asked_at);
create index calibration_by on calibration (decided_by);
comment on table calibration is 'Each time the difficulties of the items were worked out anew from all answers. A proposal until a trainer says yes.';
comment on column calibration.state is 'waiting for a node, working, few (not enough people have answered), ready to be decided, accepted (and published), declined, superseded by a later one, failed.';
comment on column calibration.nightly is 'Whether the night asked for it, rather than a trainer.';
comment on column calibration.asked_at is 'When it was asked for.';
comment on column calibration.execution is 'The execution of the batch job that does it, in the job repository; null before the first.';
comment on column calibration.tries is 'How often a node took it up.';
comment on column calibration.lease_until is 'Until then a node is at it; afterwards another goes on from the last checkpoint.';
comment on column calibration.persons is 'How many people have answered.';
comment on column calibration.answers is 'How many answers there were when it was asked for; nothing new, no new one by night.';
comment on column calibration.shift is 'Logits by which the estimates were moved onto the scale that the experts'' guesses and the cuts are on.';
comment on column calibration.bank is 'How many items the bank has, by area and level.';
comment on column calibration.faults is 'Why it cannot be published; empty where it can.';
comment on column calibration.snapshot is 'While it is worked at: who came to which outcome, without any sign of who, in no order. Deleted at the end.';
comment on column calibration.finished_at is 'When the report was ready.';
comment on column calibration.decided_at is 'When a trainer said yes or no.';
comment on column calibration.decided_by is 'Which trainer; null once she has been erased.';
comment on column calibration.structure is 'The hash of the form''s structure that was published by the yes.';

create table calibration_item (
  calibration_id uuid not null references calibration (id) on delete cascade,
  nth         integer not null check (nth >= 0),
  item        varchar(64) not null,
  version     integer not null,
  area        varchar(8) not null,
  guess       double precision not null,
  spread      double precision not null,
  difficulty  double precision,
  error       double precision check (error > 0),
  fit         jsonb not null,
  report      jsonb,
  written_at  timestamptz(3) not null,
  primary key (calibration_id, nth),
  unique (calibration_id, item)
);
comment on table calibration_item is 'What a calibration says of one item. Figures of many people, never of one.';
comment on column calibration_item.nth is 'Its place in the order in which the items are gone through, from 0.';
comment on column calibration_item.version is 'Which wording and task it was.';
comment on column calibration_item.area is 'The area of the framework.';
comment on column calibration_item.guess is 'The experts'' difficulty in logits.';
comment on column calibration_item.spread is 'How sure they were: a standard deviation in logits.';
comment on column calibration_item.difficulty is 'The estimated one in logits; null where there are too few answers.';
comment on column calibration_item.error is 'Its standard error in logits.';
comment on column calibration_item.fit is 'Infit, outfit and the probability of S-X², where they can be said.';
comment on column calibration_item.report is 'Everything a trainer is shown, with small numbers taken out; null until this item''s turn has come.';
comment on column calibration_item.written_at is 'When this row was last written.';

create table item_option (
  item    varchar(64) not null,
  version integer     not null,
  option  varchar(64) not null,
  chosen  bigint      not null check (chosen >= 0),
  primary key (item, version, option)
);
comment on table item_option is 'How often each answer of an item was chosen without help: a projection of the ledger. Counts alone, nobody''s.';
comment on column item_option.option is 'The id of the answer; gave-up for a task that was given up.';
comment on column item_option.chosen is 'How often.';
