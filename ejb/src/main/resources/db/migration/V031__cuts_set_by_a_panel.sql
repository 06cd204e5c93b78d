create table standard (
  id      uuid primary key,
  held_on date not null,
  panel   varchar(300) not null,
  form    varchar(64) not null,
  cuts    jsonb,
  set_at  timestamptz(3),
  set_by  uuid references worker (id),
  made_at timestamptz(3) not null,
  check ((set_at is null) = (cuts is null)),
  check (set_at is not null or set_by is null)
);
create index standard_by on standard (set_by);
comment on table standard is 'Each time a panel judged where one level ends and the next begins (modified Angoff).';
comment on column standard.held_on is 'The day the panel met.';
comment on column standard.panel is 'Who sat on it, by role and number; never a name.';
comment on column standard.form is 'The stable id of the form whose items were judged.';
comment on column standard.cuts is 'The cuts in logits that were set; null as long as they are only proposed.';
comment on column standard.set_at is 'When a trainer set them.';
comment on column standard.set_by is 'Which trainer; null once she has been erased.';
comment on column standard.made_at is 'When this page was begun.';

create table standard_rating (
  standard_id uuid not null references standard (id) on delete cascade,
  judge   integer not null check (judge between 1 and 30),
  item    varchar(64) not null,
  version integer not null,
  cut     integer not null check (cut >= 0),
  share   integer not null check (share between 0 and 100),
  primary key (standard_id, judge, item, cut)
);
comment on table standard_rating is 'What one judge said of one item; judges have numbers, not names.';
comment on column standard_rating.judge is 'The judge''s number on the panel.';
comment on column standard_rating.item is 'The item.';
comment on column standard_rating.version is 'Which wording and task it was.';
comment on column standard_rating.cut is 'Which cut, from 0.';
comment on column standard_rating.share is 'Of a hundred workers just at this cut, how many would do it alone.';
