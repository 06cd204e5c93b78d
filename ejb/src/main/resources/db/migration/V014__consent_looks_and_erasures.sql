create table consent (
  worker_id uuid         not null references worker (id),
  purpose   varchar(32)  not null,
  version   integer      not null check (version >= 1),
  given     boolean      not null,
  said_at   timestamptz(3) not null,
  primary key (worker_id, purpose, said_at)
);
comment on table consent is 'What a worker has said yes or no to, each time that she said it; the latest counts. Nobody but she reads it, and nobody counts it.';
comment on column consent.worker_id is 'Who said it.';
comment on column consent.purpose is 'A purpose of content/privacy/purposes.yaml whose ground is consent.';
comment on column consent.version is 'The version of the text that she had before her. A yes to an older one is no yes.';
comment on column consent.given is 'True for yes, false for not now or taken back. Without a row: no.';
comment on column consent.said_at is 'When.';

create table look (
  id        bigint generated always as identity primary key,
  worker_id uuid        not null references worker (id),
  viewer_id uuid        references worker (id),
  role      varchar(16) not null check (role in ('helper', 'trainer', 'officer', 'admin')),
  why       varchar(32) not null,
  day       date        not null,
  constraint look_once unique nulls not distinct (worker_id, viewer_id, role, why, day)
);
create index look_worker on look (worker_id, id);
create index look_viewer on look (viewer_id);
create index look_day on look (day);
comment on table look is 'Who was shown whose name, and why: one row a day at most for the same. The worker reads it, nobody else.';
comment on column look.worker_id is 'Whose name was shown.';
comment on column look.viewer_id is 'To whom; null once she has been erased herself.';
comment on column look.role is 'In what role.';
comment on column look.why is 'The reason, a key of content/privacy: offers, first-pin, slips and so on.';
comment on column look.day is 'The day, in the zone of the worker''s place.';

create table request (
  id          uuid primary key,
  worker_id   uuid        not null references worker (id),
  kind        varchar(16) not null check (kind in ('correction', 'grievance', 'erasure')),
  text_box    bytea,
  state       varchar(8)  not null check (state in ('open', 'done', 'refused')),
  asked_at    timestamptz(3) not null,
  due_on      date        not null,
  answer_box  bytea,
  answered_at timestamptz(3),
  answered_by uuid        references worker (id),
  check ((state = 'open') = (answered_at is null)),
  check (answered_at is not null or answered_by is null)
);
create index request_worker on request (worker_id, asked_at);
create index request_by on request (answered_by);
create index request_open on request (due_on, id) where state = 'open';
create unique index request_erasure_once on request (worker_id) where kind = 'erasure' and state = 'open';
comment on table request is 'What a worker asks of those who answer for her data: a correction, an answer to a complaint, erasure.';
comment on column request.worker_id is 'Who asks.';
comment on column request.text_box is 'What she wrote, sealed as names are; null where she wrote nothing.';
comment on column request.state is 'open, done, or refused with a reason in the answer.';
comment on column request.due_on is 'By when there must be an answer.';
comment on column request.answer_box is 'The answer, sealed likewise; she reads it.';
comment on column request.answered_by is 'Which administrator answered; null once erased.';

create table erasure (
  worker_id uuid primary key,
  erased_at timestamptz(3) not null
);
comment on table erasure is 'Who has been erased: ids that lead nowhere any more, and when. The only place where an erased id stands, so that a restored backup can be put right.';

create table account_end (
  issuer   varchar(200) not null,
  subject  varchar(200) not null,
  tries    integer      not null default 0,
  next_try timestamptz  not null,
  primary key (issuer, subject)
);
comment on table account_end is 'Accounts at the sign-in that are still to be deleted there, because their worker has been erased. The row goes when the account has gone.';
comment on column account_end.issuer is 'Whose account it is, as in identity.';
comment on column account_end.subject is 'The account.';
comment on column account_end.tries is 'Failed tries in a row.';
comment on column account_end.next_try is 'Not before this; also the lease of the node that is at it.';

create table retention_run (
  id          bigint generated always as identity primary key,
  started_at  timestamptz(3) not null,
  finished_at timestamptz(3)
);
comment on table retention_run is 'Each time that what has been kept long enough was deleted: the proof that the rule is kept.';
comment on column retention_run.finished_at is 'Null where it broke off.';

create table retention_result (
  run_id  bigint      not null references retention_run (id),
  purpose varchar(32) not null,
  before  timestamptz(3) not null,
  deleted bigint      not null check (deleted >= 0),
  primary key (run_id, purpose)
);
comment on table retention_result is 'What one run deleted, by purpose.';
comment on column retention_result.purpose is 'A purpose of content/privacy/purposes.yaml.';
comment on column retention_result.before is 'What was older than this had been kept long enough.';
comment on column retention_result.deleted is 'How many records.';

create table breach (
  id             uuid primary key,
  happened       varchar(4000) not null,
  happened_at    timestamptz(3),
  found_at       timestamptz(3) not null,
  affected       integer       not null check (affected >= 0),
  done           varchar(4000),
  board_told_at  timestamptz(3),
  people_told_at timestamptz(3),
  written_at     timestamptz(3) not null
);
create index breach_found on breach (found_at desc, id);
comment on table breach is 'Breaches of personal data: what happened, how many people are affected, who was told when. No names and no ids of anybody.';
comment on column breach.happened is 'What happened, in words, without names.';
comment on column breach.happened_at is 'Since when, as far as known.';
comment on column breach.found_at is 'When it became known here; the 72 hours run from then.';
comment on column breach.affected is 'How many people are affected.';
comment on column breach.done is 'What was done about it.';
comment on column breach.board_told_at is 'When the authority was told: the Data Protection Board in India, the ministry in Laos.';
comment on column breach.people_told_at is 'When the people affected were told.';

-- Who decided may be erased one day; that and when there was a decision stays.
alter table flag drop constraint flag_decided;
alter table flag add constraint flag_decided check (
  (state in ('confirmed', 'not-now', 'wrong')) = (decided_at is not null)
  and (decided_at is not null or decided_by is null));
comment on column flag.decided_by is 'Who decided; null once she has been erased.';
