create table flag (
  id              uuid primary key,
  worker_id       uuid not null references worker (id),
  rule            varchar(32) not null,
  rule_version    integer not null check (rule_version >= 1),
  kind            varchar(16) not null,
  facts           jsonb not null,
  raised_at       timestamptz(3) not null,
  state           varchar(12) not null check (state in
    ('offered', 'accepted', 'declined', 'contested', 'confirmed', 'not-now', 'wrong')),
  note            varchar(500),
  answered_at     timestamptz(3),
  decided_at      timestamptz(3),
  decided_by      uuid references worker (id),
  decision_reason varchar(500),
  expires_at      timestamptz(3) not null,
  ended_at        timestamptz(3),
  constraint flag_answered check ((state = 'offered') = (answered_at is null)),
  constraint flag_decided check (
    (state in ('confirmed', 'not-now', 'wrong')) = (decided_at is not null)
    and (decided_at is null) = (decided_by is null)),
  constraint flag_order check (expires_at > raised_at)
);
create unique index flag_one_live on flag (worker_id, rule) where ended_at is null;
create index flag_worker on flag (worker_id, raised_at);
create index flag_expiry on flag (expires_at) where ended_at is null;
comment on table flag is 'Offers of help: who may need it, why, what she said, and what her helper decided. Never used for pay, rank or discipline.';
comment on column flag.worker_id is 'To whom help is offered. She sees it first.';
comment on column flag.rule is 'The name of the rule that raised it.';
comment on column flag.rule_version is 'The rule''s version at that time.';
comment on column flag.kind is 'What is offered: device or skill.';
comment on column flag.facts is 'The reasons, each with name, about, value, source and seen (the day), from which the reason is told in any language.';
comment on column flag.raised_at is 'When the rule raised it.';
comment on column flag.state is 'offered: only she sees it. accepted: her helper sees it. declined, contested: nobody above her sees it. confirmed, not-now, wrong: her helper''s decision after her yes.';
comment on column flag.note is 'What she added to her answer, plain text; seen by her helper only after her yes.';
comment on column flag.answered_at is 'When she answered. Within 90 days of a no the same rule does not offer again.';
comment on column flag.decided_at is 'When her helper decided.';
comment on column flag.decided_by is 'Who decided.';
comment on column flag.decision_reason is 'Why, in the helper''s words; the worker reads it.';
comment on column flag.expires_at is 'When it ends by itself, 120 days after it was raised.';
comment on column flag.ended_at is 'When it ended: expired, or its reason gone (not before 14 days). Null while it stands; open offers of a worker are those with ended_at null and expires_at to come.';
