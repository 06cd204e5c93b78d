create table helped_phone (
  key_id     uuid primary key references phone_key (id) on delete cascade,
  helper_id  uuid references worker (id),
  since      timestamptz not null,
  until      timestamptz not null check (until > since)
);
create index helped_phone_helper on helped_phone (helper_id, until);
comment on table helped_phone is 'Keys of workers on the device of a helper, and for how long they may be used: what such a key vouches for was done with help.';
comment on column helped_phone.key_id is 'The key, which is the worker''s.';
comment on column helped_phone.helper_id is 'Whose device it is and who gave it; null once she has been erased.';
comment on column helped_phone.since is 'From when on.';
comment on column helped_phone.until is 'Until when; earlier than at first where it was ended. What was done before then may still be sent later.';

alter table ledger drop constraint ledger_source_check;
alter table ledger add constraint ledger_source_check
  check (source in ('key', 'session', 'replay', 'helped', 'paper'));
comment on column ledger.source is 'What vouches for the worker: the key that sealed or signed, the session that sent, the replay of a demo history, her key on a helper''s device, or a sheet of paper that a helper entered.';

comment on table changed_by_hand is 'What a helper or an administrator changed before the roster knew: who, and when. A later roster has the last word, and shows it among its differences before it is done.';
