create index tokens_single_use on tokens (updated_at) where single_use;
