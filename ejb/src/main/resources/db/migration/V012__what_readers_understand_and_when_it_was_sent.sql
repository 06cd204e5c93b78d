alter table projection add version integer not null default 1 check (version >= 1);
alter table projection alter version drop default;
comment on column projection.version is 'What the reader understood when it read this far. A release that understands more begins anew by itself.';

alter table quarantine add sent_at timestamptz(3);
comment on column quarantine.sent_at is 'When it was sent, by the phone''s clock; null for what came in before this was kept.';
create index quarantine_reason on quarantine (reason, id);
