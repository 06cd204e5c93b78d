create table worker (
  id               uuid primary key,
  code             varchar(32) not null unique,
  sex              varchar(1)  check (sex in ('f', 'm', 'x')),
  birth_year       integer     check (birth_year between 1900 and 2100),
  cadre            varchar(32) not null,
  department       varchar(16) check (department in ('health', 'icds')),
  language         varchar(2)  not null check (language in ('en', 'hi', 'lo')),
  chosen_language  varchar(2)  check (chosen_language in ('en', 'hi', 'lo')),
  unit_id          uuid        not null references org_unit (id),
  role_start       date,
  active           boolean     not null,
  created_at       timestamptz not null,
  changed_at       timestamptz not null
);
create index worker_place on worker (unit_id, department);
comment on table worker is 'Somebody on the roster, without her name. Never deleted by an import, only made inactive.';
comment on column worker.id is 'Ours, and the only id that other tables, events and addresses carry.';
comment on column worker.code is 'The id that the programme gave her, upper case; she signs in with it.';
comment on column worker.sex is 'f, m or x as the roster says; null where it does not.';
comment on column worker.birth_year is 'Year alone: an age band is all that is needed.';
comment on column worker.cadre is 'What she works as: asha, aww, anm, vhv and so on.';
comment on column worker.department is 'Follows from the cadre; null for those who belong to no line of command. Kept so that a query can be bounded by it.';
comment on column worker.language is 'The language the roster gives her.';
comment on column worker.chosen_language is 'The language she chose herself, which no import overwrites; null until she does.';
comment on column worker.unit_id is 'The place she works in.';
comment on column worker.role_start is 'Since when she has had this work; null where not known.';
comment on column worker.active is 'False once she has left: her account is shut, her record stays.';
comment on column worker.created_at is 'When the roster first brought her.';
comment on column worker.changed_at is 'When anything of this row last changed. Says nothing about when she was last at work.';

alter table staff_assignment add foreign key (worker_id) references worker (id);

create table worker_name (
  worker_id  uuid primary key references worker (id),
  name       varchar(200) not null,
  phone      varchar(16)  check (phone like '+%')
);
comment on table worker_name is 'The only table with names and phone numbers of workers. Purpose: that she and her helper know whom they speak with, and that she can sign in.';
comment on column worker_name.worker_id is 'Whose.';
comment on column worker_name.name is 'Her name in her own script.';
comment on column worker_name.phone is 'E.164. Several workers may share one; a phone of a household is not an identity.';

create table identity (
  issuer      varchar(200) not null,
  subject     varchar(200) not null,
  worker_id   uuid         not null references worker (id),
  since       timestamptz  not null,
  primary key (issuer, subject)
);
create index identity_worker on identity (worker_id);
comment on table identity is 'Which worker an account elsewhere belongs to. Nothing assumes that there is one a worker.';
comment on column identity.issuer is 'Who vouches: the realm for our own sign-in (its address may change, the realm does not), the issuer URL for others.';
comment on column identity.subject is 'The account there; never a phone number or a name.';
comment on column identity.worker_id is 'Whose account it is.';
comment on column identity.since is 'When the two were joined.';

create table account (
  worker_id      uuid primary key references worker (id),
  state          varchar(8)  not null check (state in ('waiting', 'made', 'failed')),
  wanted         bigint      not null,
  first_pin      varchar(6),
  pin_permanent  boolean     not null default false,
  priority       integer     not null,
  tries          integer     not null,
  last_error     varchar(32),
  next_try       timestamptz not null,
  made_at        timestamptz,
  pin_made_by    uuid references worker (id),
  pin_made_at    timestamptz,
  check (state <> 'made' or first_pin is null)
);
create index account_next on account (priority, next_try) where state <> 'made';
comment on table account is 'The outbox from the roster to the sign-in: one row a worker, brought over after our own commit. Roles and phone are read from the roster when it is brought over, so that it cannot go stale.';
comment on column account.worker_id is 'Whose account.';
comment on column account.state is 'waiting: something is to be brought over; made: the sign-in says what the roster says; failed: the last try failed, another comes at next_try.';
comment on column account.wanted is 'Grows with each change of the roster, so that a change during the bringing-over is not taken for done.';
comment on column account.first_pin is 'PIN good for the first sign-in, in clear only until the account is made, then erased.';
comment on column account.pin_permanent is 'True for printed demonstration accounts alone: the PIN need not be changed.';
comment on column account.priority is 'Lower comes first.';
comment on column account.tries is 'Failed tries in a row.';
comment on column account.last_error is 'Kind of the last failure; no text from outside, nothing personal.';
comment on column account.next_try is 'Not before this; also the lease of the node that is at it.';
comment on column account.made_at is 'When sign-in and roster last agreed.';
comment on column account.pin_made_by is 'Who last made her a new first PIN.';
comment on column account.pin_made_at is 'When.';
