create table changed_by_hand (
  worker_id     uuid primary key references worker (id),
  phone_at      timestamptz,
  phone_by      uuid references worker (id),
  active_at     timestamptz,
  active_by     uuid references worker (id),
  check (phone_at is not null or active_at is not null)
);
comment on table changed_by_hand is 'What a helper or an administrator changed before the roster knew: it holds against imports until a roster says the same, or somebody changes it again.';
comment on column changed_by_hand.worker_id is 'Whose.';
comment on column changed_by_hand.phone_at is 'When her phone number was changed by hand; null where the roster''s holds.';
comment on column changed_by_hand.phone_by is 'Who changed it; null once she has been erased.';
comment on column changed_by_hand.active_at is 'When she was said by hand to have left or come back; null where the roster''s word holds.';
comment on column changed_by_hand.active_by is 'Who said so; null once she has been erased.';
