-- Operational record of the plugin. Strapi's schema sync cannot say append-only, partial indexes or checks, so these are plain tables.

CREATE TABLE maklumat_version (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  service        text        NOT NULL,
  number         integer     NOT NULL CHECK (number > 0),
  agency         text        NOT NULL,
  effective_from date        NOT NULL,
  definition     jsonb       NOT NULL,
  hash           text        NOT NULL,
  published_at   timestamptz NOT NULL DEFAULT now(),
  published_by   text,
  UNIQUE (service, number)
);

CREATE TABLE maklumat_case (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number           text        NOT NULL UNIQUE,
  service          text        NOT NULL,
  version_id       bigint      NOT NULL REFERENCES maklumat_version (id),
  agency           text        NOT NULL,
  tracking_hash    text        NOT NULL,
  received_at      timestamptz NOT NULL,
  last_sequence    integer     NOT NULL CHECK (last_sequence > 0),
  status           text        NOT NULL,
  step             text,
  position         text,
  deadline_at      timestamptz NOT NULL,
  clock_stopped_at timestamptz,
  closed_at        timestamptz,
  assignee         integer
);
CREATE INDEX maklumat_case_queue ON maklumat_case (deadline_at, id) WHERE clock_stopped_at IS NULL;
CREATE INDEX maklumat_case_service ON maklumat_case (service, received_at);
CREATE INDEX maklumat_case_position ON maklumat_case (position, deadline_at) WHERE position IS NOT NULL;

CREATE TABLE maklumat_case_event (
  case_id     bigint      NOT NULL REFERENCES maklumat_case (id),
  sequence    integer     NOT NULL CHECK (sequence > 0),
  type        text        NOT NULL,
  at          timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  actor       jsonb       NOT NULL,
  data        jsonb       NOT NULL,
  previous    text,
  hash        text        NOT NULL,
  PRIMARY KEY (case_id, sequence)
);

-- What a citizen wrote is sealed and lies beside the record: it can be re-encrypted or erased by law while the record itself stays untouched.
CREATE TABLE maklumat_case_personal (
  case_id  bigint  NOT NULL,
  sequence integer NOT NULL,
  sealed   text    NOT NULL,
  PRIMARY KEY (case_id, sequence),
  FOREIGN KEY (case_id, sequence) REFERENCES maklumat_case_event (case_id, sequence)
);

CREATE FUNCTION maklumat_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'maklumat_case_event is append-only';
END
$$;
CREATE TRIGGER maklumat_case_event_append_only BEFORE UPDATE OR DELETE ON maklumat_case_event
  FOR EACH ROW EXECUTE FUNCTION maklumat_append_only();

CREATE TABLE maklumat_attachment (
  id         uuid        PRIMARY KEY,
  case_id    bigint      REFERENCES maklumat_case (id),
  sealed_name text       NOT NULL,
  mime       text        NOT NULL,
  size       integer     NOT NULL CHECK (size > 0),
  sha256     text        NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX maklumat_attachment_case ON maklumat_attachment (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX maklumat_attachment_unclaimed ON maklumat_attachment (created_at) WHERE case_id IS NULL;

CREATE TABLE maklumat_number (
  service text    NOT NULL,
  year    integer NOT NULL,
  last    integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (service, year)
);

CREATE TABLE maklumat_idempotency (
  scope      text        NOT NULL,
  key        text        NOT NULL,
  body_hash  text        NOT NULL,
  sealed_answer text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (scope, key)
);
CREATE INDEX maklumat_idempotency_age ON maklumat_idempotency (created_at);

-- Letters of an installation without an SMTP server, sealed; read on the outbox page of the admin.
CREATE TABLE maklumat_outbox (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sealed     text        NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
