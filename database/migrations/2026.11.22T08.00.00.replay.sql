-- A draft's rules tried on past cases: long work that runs in the background, shows how far it is, and can be called off.
CREATE TABLE maklumat_replay (
  id           uuid        PRIMARY KEY,
  service      text        NOT NULL,
  definition   jsonb       NOT NULL,
  state        text        NOT NULL CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'failed')),
  total        integer     NOT NULL DEFAULT 0,
  done         integer     NOT NULL DEFAULT 0,
  unreadable   integer     NOT NULL DEFAULT 0,
  differing    integer     NOT NULL DEFAULT 0,
  kinds        jsonb       NOT NULL DEFAULT '{}',
  differences  jsonb       NOT NULL DEFAULT '[]',
  requested_by text        NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  finished_at  timestamptz
);
-- Past cases of a service are read in the order of their ids.
CREATE INDEX maklumat_case_replay ON maklumat_case (service, id);
CREATE INDEX maklumat_replay_age ON maklumat_replay (created_at);
