create table device_fact (
  worker_id    uuid        not null references worker (id),
  fact         varchar(32) not null,
  observed_on  date        not null,
  source       varchar(16) not null,
  value        varchar(64) not null,
  purpose      varchar(32) not null,
  primary key (worker_id, fact, observed_on, source)
);
comment on table device_fact is 'What is known about the device somebody works with, for offering help and nothing else. Never joined with purchases or serial numbers. A new observation is a new row; the latest counts.';
comment on column device_fact.worker_id is 'Whose device.';
comment on column device_fact.fact is 'What was observed: device (own, shared, basic, none).';
comment on column device_fact.observed_on is 'The day, in her place''s time zone.';
comment on column device_fact.source is 'Where it came from: roster.';
comment on column device_fact.value is 'What was seen.';
comment on column device_fact.purpose is 'What it may be used for: support.';
