create table module_progress (
  worker_id   uuid not null,
  course      varchar(64) not null,
  module      varchar(64) not null,
  started_at  timestamptz(3) not null,
  finished_at timestamptz(3),
  cards       text[] not null default '{}',
  primary key (worker_id, course, module)
);
comment on table module_progress is 'How far each worker is in each module: a projection of the ledger, rebuilt by command with the same result.';
comment on column module_progress.started_at is 'The earliest that any event of this module happened.';
comment on column module_progress.finished_at is 'When she first finished it.';
comment on column module_progress.cards is 'The ids of the cards done, sorted, each once.';

create table reached (
  worker_id uuid primary key,
  first_at  timestamptz(3) not null
);
comment on table reached is 'Workers of whom anything at all has come in, and since when: a projection of the ledger.';
