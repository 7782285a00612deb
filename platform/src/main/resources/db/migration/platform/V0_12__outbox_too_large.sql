-- A record that no broker takes stays for people to look at, and is passed by.
alter table outbox add column too_large boolean not null default false;
