create table sheet (
  code        varchar(9) primary key,
  worker_id   uuid         not null references worker (id),
  kind        varchar(8)   not null check (kind in ('form', 'module')),
  name        varchar(130) not null,
  structure   varchar(64)  not null,
  text        varchar(64)  not null,
  made_by     uuid references worker (id),
  made_at     timestamptz  not null,
  entered_by  uuid references worker (id),
  entered_at  timestamptz
);
create index sheet_worker on sheet (worker_id);
comment on table sheet is 'A sheet of paper with questions for one worker. Her answers are no part of it: a helper enters them, and they become events in the ledger.';
comment on column sheet.code is 'What is printed on it, drawn by chance; the events that come of it are named after it, so that it can be entered once.';
comment on column sheet.worker_id is 'Whose answers stand on it.';
comment on column sheet.kind is 'form: questions of the assessment; module: questions of a module.';
comment on column sheet.name is 'The form''s id, or the course and the module with a slash between.';
comment on column sheet.structure is 'SHA-256 of the published part that the questions come from.';
comment on column sheet.text is 'SHA-256 of the words that were printed.';
comment on column sheet.made_by is 'The helper who printed it; null once she has been erased.';
comment on column sheet.made_at is 'When.';
comment on column sheet.entered_by is 'Who entered the answers; null before that, or once she has been erased.';
comment on column sheet.entered_at is 'When; null before that.';
