-- How many entries the list of a station may have, as it has told; null while nobody knows.
alter table local_lists add column most_entries integer;
