-- What procedures do beside their events: reserve a slot, issue a document, hold a unique answer, hand over a secret once.

-- Text equality beside range overlap in one exclusion constraint. A trusted extension: the right to create in the database is enough.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- One row per unit of a resource that a case occupies; `reserved_for` is the resource that was asked for, so a crew's rows go where its vehicle's go.
CREATE TABLE maklumat_booking (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  resource     text        NOT NULL,
  unit         integer     NOT NULL CHECK (unit > 0),
  reserved_for text        NOT NULL,
  case_id      bigint      NOT NULL REFERENCES maklumat_case (id),
  during       tstzrange   NOT NULL CHECK (lower_inc(during) AND NOT upper_inc(during) AND NOT upper_inf(during)),
  offered      boolean     NOT NULL DEFAULT false,
  released_at  timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now(),
  -- The last word on overlaps, whoever writes. Half-open: one may begin at the instant at which another ends.
  CONSTRAINT maklumat_booking_no_overlap EXCLUDE USING gist (resource WITH =, unit WITH =, during WITH &&) WHERE (released_at IS NULL)
);
CREATE INDEX maklumat_booking_case ON maklumat_booking (case_id) WHERE released_at IS NULL;

-- Documents that were issued, by the code printed on them (letters and digits alone).
CREATE TABLE maklumat_issued_document (
  code      text        PRIMARY KEY,
  case_id   bigint      NOT NULL REFERENCES maklumat_case (id),
  sequence  integer     NOT NULL CHECK (sequence > 0),
  document  text        NOT NULL,
  issued_at timestamptz NOT NULL
);
CREATE INDEX maklumat_issued_document_case ON maklumat_issued_document (case_id);

-- Answers that no other open or completed case of the service may give; keyed digests, so the table tells nothing of a person.
CREATE TABLE maklumat_unique (
  service text   NOT NULL,
  field   text   NOT NULL,
  digest  text   NOT NULL,
  case_id bigint NOT NULL REFERENCES maklumat_case (id),
  PRIMARY KEY (service, field, digest)
);
CREATE INDEX maklumat_unique_case ON maklumat_unique (case_id);

-- Values that an applicant may open once. Sealed until then, gone afterwards; that it was opened stays.
CREATE TABLE maklumat_secret (
  id         uuid        PRIMARY KEY,
  case_id    bigint      NOT NULL REFERENCES maklumat_case (id),
  sequence   integer     NOT NULL CHECK (sequence > 0),
  label      text        NOT NULL,
  sealed     text,
  opened_at  timestamptz,
  expires_at timestamptz NOT NULL
);
CREATE INDEX maklumat_secret_case ON maklumat_secret (case_id);
CREATE INDEX maklumat_secret_unopened ON maklumat_secret (expires_at) WHERE sealed IS NOT NULL;

-- A clock may begin later than the receipt, and before that there is no deadline.
ALTER TABLE maklumat_case
  ALTER COLUMN deadline_at DROP NOT NULL,
  ADD COLUMN clock_started_at timestamptz,
  ADD COLUMN escalate_at timestamptz;
CREATE INDEX maklumat_case_escalation ON maklumat_case (escalate_at) WHERE escalate_at IS NOT NULL;

-- Whose case it is, as keyed digests of NIK, telephone and e-mail. Apart from the case, whose row changes with every step.
CREATE TABLE maklumat_case_applicant (
  key     text   NOT NULL,
  case_id bigint NOT NULL REFERENCES maklumat_case (id),
  PRIMARY KEY (key, case_id)
);
CREATE INDEX maklumat_case_applicant_case ON maklumat_case_applicant (case_id);

ALTER TABLE maklumat_attachment ADD COLUMN pages integer CHECK (pages > 0), ADD COLUMN seconds numeric CHECK (seconds >= 0);
