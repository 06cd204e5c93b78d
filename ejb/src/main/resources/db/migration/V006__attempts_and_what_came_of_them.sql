create table attempt (
  worker_id   uuid not null,
  attempt     uuid not null,
  form        varchar(64) not null,
  started_at  timestamptz(3) not null,
  finished_at timestamptz(3),
  answered    integer not null default 0 check (answered >= 0),
  form_hash   varchar(64),
  ability     double precision,
  se          double precision check (se > 0),
  level       integer check (level >= 0),
  likely_low  integer check (likely_low between 0 and level),
  likely_high integer check (likely_high >= level),
  p_below     double precision check (p_below between 0 and 1),
  scored_at   timestamptz(3),
  engine      varchar(32),
  primary key (worker_id, attempt, form),
  constraint attempt_scored_whole check (
    num_nulls(form_hash, ability, se, level, likely_low, likely_high, p_below, engine) = 0
    or (scored_at is null
        and num_nulls(ability, se, level, likely_low, likely_high, p_below, engine) = 7))
);
create index attempt_scored on attempt (worker_id, scored_at) where scored_at is not null;
comment on table attempt is 'Each time a worker took an assessment form: a projection of the ledger, rebuilt by command with the same result.';
comment on column attempt.worker_id is 'Whose. Part of the key, so that nobody can speak of another''s attempt.';
comment on column attempt.attempt is 'The id that the phone gave it.';
comment on column attempt.form is 'The stable id of the form.';
comment on column attempt.started_at is 'The earliest that any event of this attempt happened.';
comment on column attempt.finished_at is 'When she first finished it; null while she has not.';
comment on column attempt.answered is 'How many items of the form have an answer, with help or without.';
comment on column attempt.form_hash is 'The published structure it is scored by: that of her last answer.';
comment on column attempt.ability is 'Expected ability a posteriori in logits, prior N(0,1). Null until finished or all answered, and where no answer counts.';
comment on column attempt.se is 'Posterior standard deviation in logits.';
comment on column attempt.level is 'The most probable level, from 0. Provisional.';
comment on column attempt.likely_low is 'The lowest level with a probability of 0.10 or more.';
comment on column attempt.likely_high is 'The highest such level.';
comment on column attempt.p_below is 'Probability that her ability lies below the cut that offers of help ask about.';
comment on column attempt.scored_at is 'When there was a result: when she finished, or gave the last answer.';
comment on column attempt.engine is 'Model and version that scored it.';

create table attempt_answer (
  worker_id uuid not null,
  attempt   uuid not null,
  form      varchar(64) not null,
  item      varchar(64) not null,
  outcome   varchar(8) not null check (outcome in ('done', 'helped', 'not-done')),
  at        timestamptz(3) not null,
  seq       bigint not null,
  event_id  uuid not null,
  form_hash varchar(64) not null,
  primary key (worker_id, attempt, form, item),
  foreign key (worker_id, attempt, form) references attempt (worker_id, attempt, form)
);
comment on table attempt_answer is 'The first answer to each item of an attempt, scored by the server.';
comment on column attempt_answer.outcome is 'done by herself, helped by somebody (never counts against her), or not-done.';
comment on column attempt_answer.at is 'When it happened, corrected by the server''s clock.';
comment on column attempt_answer.seq is 'The phone''s count of the event; with at and event_id it decides which answer was first.';
comment on column attempt_answer.event_id is 'The event that told of it.';
comment on column attempt_answer.form_hash is 'The published structure whose key scored it.';
