alter table quarantine add type varchar(64);
alter table quarantine add v integer;
comment on column quarantine.type is 'The type that the event claims, if it can be read and is one.';
comment on column quarantine.v is 'The version that the event claims, if it can be read.';
