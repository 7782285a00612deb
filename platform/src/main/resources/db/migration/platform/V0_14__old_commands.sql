create index commands_age on commands using brin (created_at);
