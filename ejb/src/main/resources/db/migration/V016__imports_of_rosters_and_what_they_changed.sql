create table roster_import (
  id            uuid primary key,
  state         varchar(12) not null
    check (state in ('received', 'mapping', 'checking', 'comparing', 'refused', 'ready', 'confirmed', 'done', 'undone', 'dropped', 'failed')),
  kind          varchar(16) check (kind in ('units', 'workers', 'assignments')),
  made_by       uuid references worker (id),
  made_at       timestamptz not null,
  places        jsonb       not null default '[]',
  bytes         bigint      not null default 0,
  headings      jsonb,
  columns       jsonb,
  row_count     integer     not null default 0,
  progress      integer     not null default 0,
  counts        jsonb       not null default '{}',
  faults        jsonb       not null default '[]',
  fault_count   integer     not null default 0,
  hash          varchar(64),
  stale         boolean     not null default false,
  leave         jsonb,
  confirmed_by  uuid references worker (id),
  done_at       timestamptz,
  undone_by     uuid references worker (id),
  undone_at     timestamptz,
  lease_until   timestamptz
);
create index roster_import_history on roster_import (made_at desc, id);
create index roster_import_work on roster_import (state, lease_until) where state in ('received', 'checking', 'comparing', 'confirmed');
comment on table roster_import is 'One upload of a roster: what became of it, and for how long it can be undone.';
comment on column roster_import.state is 'received, checking, comparing and confirmed: a node is at it or will be; mapping, ready: waits for the administrator; refused: has faults; failed: broke off, nothing was kept; done, undone, dropped: over.';
comment on column roster_import.kind is 'What the file is, as its header told; null until that is known.';
comment on column roster_import.made_by is 'Who sent it; null for a demonstration.';
comment on column roster_import.places is 'The places and departments that she answered for then; whoever answers for all of them sees the import.';
comment on column roster_import.bytes is 'Size of the upload.';
comment on column roster_import.headings is 'The headings of the file, in its order.';
comment on column roster_import.columns is 'Which of our columns each heading is, and what holds for every row.';
comment on column roster_import.row_count is 'Rows of the file, known once it has been read.';
comment on column roster_import.progress is 'Rows that the present step has behind it.';
comment on column roster_import.counts is 'Rows by what would happen, or happened, to them.';
comment on column roster_import.faults is 'The first thousand faults, by line and column, without what stood there.';
comment on column roster_import.fault_count is 'All faults.';
comment on column roster_import.hash is 'SHA-256 of the differences that were shown; only they can be confirmed.';
comment on column roster_import.stale is 'The roster changed between showing and confirming: the differences are new ones, to be looked at again.';
comment on column roster_import.leave is 'Who among the missing is to be marked as having left: all, or a list of codes.';
comment on column roster_import.lease_until is 'Until then a node is at it; afterwards another may take it over.';

create table roster_import_part (
  import_id  uuid    not null references roster_import (id) on delete cascade,
  n          integer not null,
  bytes      bytea   not null,
  primary key (import_id, n)
);
comment on table roster_import_part is 'The upload itself, in pieces, so that any node can read it and none holds it whole. Deleted as soon as its rows are checked, or a day later.';
comment on column roster_import_part.n is 'From 0.';
comment on column roster_import_part.bytes is 'Up to 256 KB, sealed.';

create table roster_import_row (
  import_id     uuid        not null references roster_import (id) on delete cascade,
  n             integer     not null,
  line          bigint      not null,
  action        varchar(9)  check (action in ('added', 'changed', 'unchanged', 'removed', 'missing', 'left')),
  code          varchar(32) not null,
  ref           uuid,
  said          jsonb       not null,
  had           jsonb,
  fields        text[]      not null default '{}',
  personal      bytea,
  personal_had  bytea,
  pin           bytea,
  touched       boolean     not null default false,
  primary key (import_id, n)
);
create index roster_import_row_action on roster_import_row (import_id, action, n);
create index roster_import_row_code on roster_import_row (import_id, code);
create index roster_import_row_ref on roster_import_row (ref);
comment on table roster_import_row is 'What an import says about one place, person or assignment, and what was there before: the differences that are shown, and what an undo needs. Kept for thirty days after the import, those that were never confirmed for one.';
comment on column roster_import_row.n is 'Order of the rows; those that are not from the file come last.';
comment on column roster_import_row.line is 'Line of the file; 0 for a row that is not from it.';
comment on column roster_import_row.action is 'missing: works where the file says all about, and is not in it; left: missing, and marked as having left.';
comment on column roster_import_row.code is 'The code of the place or person.';
comment on column roster_import_row.ref is 'Its id here, where there is one.';
comment on column roster_import_row.said is 'What the file says, by column, without names of people.';
comment on column roster_import_row.had is 'What was here before, by column, without names of people.';
comment on column roster_import_row.fields is 'The columns that differ.';
comment on column roster_import_row.personal is 'Name and phone number as the file says them, sealed.';
comment on column roster_import_row.personal_had is 'Name and phone number before, where they differ, sealed.';
comment on column roster_import_row.pin is 'The first PIN as the file says it, sealed, until the import is done.';
comment on column roster_import_row.touched is 'An undo was refused because this has been changed since.';

create table roster_heading (
  heading    varchar(200) not null,
  column_of  varchar(32)  not null,
  since      timestamptz  not null,
  primary key (heading)
);
comment on table roster_heading is 'What an administrator said a heading of a file means, to be proposed the next time.';
comment on column roster_heading.heading is 'In lower case, letters and digits alone.';
comment on column roster_heading.column_of is 'Our column; empty where the heading is to be left out.';
comment on column roster_heading.since is 'When it was last said.';
