-- Registered applicants and everything that is theirs. What says who somebody is stands sealed; keyed digests tell equal values apart and show nothing.

CREATE TABLE maklumat_applicant (
  id                uuid        PRIMARY KEY,
  -- Account of users-permissions; null once the person had their data erased, while the row stays so that nothing loses what it points to.
  user_id           integer     UNIQUE,
  residency         text        NOT NULL CHECK (residency IN ('city', 'outside')),
  phone_digest      text        UNIQUE,
  nik_digest        text        UNIQUE,
  sealed_phone      text,
  sealed_nik        text,
  sealed_identity   text,
  verification      text        NOT NULL CHECK (verification IN ('verified', 'waiting', 'refused', 'not-needed')),
  -- What the registry or the officer answered, and what did not agree.
  sealed_assessment text,
  verified_at       timestamptz,
  created_at        timestamptz NOT NULL,
  erased_at         timestamptz
);
CREATE INDEX maklumat_applicant_waiting ON maklumat_applicant (created_at) WHERE verification = 'waiting' AND erased_at IS NULL;

CREATE TABLE maklumat_registration (
  id           uuid        PRIMARY KEY,
  phone_digest text        NOT NULL,
  -- Number, residency, password hash, consent, and NIK and identity as far as they were given.
  sealed       text        NOT NULL,
  stage        text        NOT NULL CHECK (stage IN ('otp', 'nik', 'identity', 'done')),
  -- When each stage began and ended, as the procedure's allowances are measured.
  progress     jsonb       NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX maklumat_registration_phone ON maklumat_registration (phone_digest, created_at);
CREATE INDEX maklumat_registration_age ON maklumat_registration (expires_at);

-- A change of number that waits for the codes of both.
CREATE TABLE maklumat_phone_change (
  id           uuid        PRIMARY KEY,
  applicant_id uuid        NOT NULL REFERENCES maklumat_applicant (id),
  phone_digest text        NOT NULL,
  sealed_phone text        NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL
);

-- One code that was sent, as a keyed digest. `subject` is what it opens: a registration, an applicant, a change of number.
CREATE TABLE maklumat_otp (
  id           uuid        PRIMARY KEY,
  purpose      text        NOT NULL,
  subject      uuid        NOT NULL,
  phone_digest text        NOT NULL,
  -- Null where nobody was sent a code, so that none is right: the answer is the same whether or not a number is known.
  code_digest  text,
  tries        integer     NOT NULL DEFAULT 0 CHECK (tries >= 0),
  sent_at      timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz
);
CREATE INDEX maklumat_otp_subject ON maklumat_otp (subject, purpose, sent_at);
CREATE INDEX maklumat_otp_age ON maklumat_otp (sent_at);

-- Counters of limits, shared by every process: the layout is that of the library that counts.
CREATE TABLE maklumat_limit (
  key    varchar(255) PRIMARY KEY,
  points integer      NOT NULL DEFAULT 0,
  expire bigint
);
CREATE INDEX maklumat_limit_expire ON maklumat_limit (expire);

CREATE TABLE maklumat_consent (
  applicant_id uuid        NOT NULL REFERENCES maklumat_applicant (id),
  version      integer     NOT NULL CHECK (version > 0),
  -- Of the words that were agreed to, in case the entry of that version is edited.
  digest       text        NOT NULL,
  given_at     timestamptz NOT NULL,
  PRIMARY KEY (applicant_id, version)
);

CREATE TABLE maklumat_draft (
  id           uuid        PRIMARY KEY,
  applicant_id uuid        NOT NULL REFERENCES maklumat_applicant (id),
  service      text        NOT NULL,
  sealed       text        NOT NULL,
  revision     integer     NOT NULL DEFAULT 1 CHECK (revision > 0),
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  warned_at    timestamptz
);
CREATE INDEX maklumat_draft_applicant ON maklumat_draft (applicant_id, updated_at);
CREATE INDEX maklumat_draft_age ON maklumat_draft (updated_at);

-- What was or is to be sent, by letter or SMS. `kept`: no server is set, a person reads it on the outbox page of the admin.
CREATE TABLE maklumat_message (
  id         uuid        PRIMARY KEY,
  channel    text        NOT NULL CHECK (channel IN ('mail', 'sms')),
  sealed     text        NOT NULL,
  state      text        NOT NULL CHECK (state IN ('queued', 'sent', 'kept', 'failed', 'expired')),
  attempts   integer     NOT NULL DEFAULT 0,
  error      text,
  created_at timestamptz NOT NULL,
  -- After this a message says what is no longer true, such as a code.
  expires_at timestamptz,
  settled_at timestamptz
);
CREATE INDEX maklumat_message_age ON maklumat_message (created_at);
INSERT INTO maklumat_message (id, channel, sealed, state, created_at, settled_at)
  SELECT gen_random_uuid(), 'mail', sealed, 'kept', created_at, created_at FROM maklumat_outbox;
DROP TABLE maklumat_outbox;

-- Who of the office read whose data.
CREATE TABLE maklumat_access (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  applicant_id uuid        REFERENCES maklumat_applicant (id),
  case_id      bigint      REFERENCES maklumat_case (id),
  actor        jsonb       NOT NULL,
  what         text        NOT NULL CHECK (what IN ('case', 'document', 'identity')),
  at           timestamptz NOT NULL
);
CREATE INDEX maklumat_access_applicant ON maklumat_access (applicant_id, at) WHERE applicant_id IS NOT NULL;
CREATE INDEX maklumat_access_case ON maklumat_access (case_id, at) WHERE case_id IS NOT NULL;
CREATE INDEX maklumat_access_age ON maklumat_access (at);

-- One carrying out of the retention periods, with what went of each kind.
CREATE TABLE maklumat_retention_run (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  report      jsonb       NOT NULL DEFAULT '[]',
  error       text
);

ALTER TABLE maklumat_case
  ADD COLUMN applicant_id uuid REFERENCES maklumat_applicant (id),
  -- The answers and papers were erased; number, service, dates, steps and outcome stay as the register of the office.
  ADD COLUMN erased_at timestamptz;
CREATE INDEX maklumat_case_own ON maklumat_case (applicant_id, received_at) WHERE applicant_id IS NOT NULL;
CREATE INDEX maklumat_case_closed ON maklumat_case (closed_at) WHERE closed_at IS NOT NULL AND erased_at IS NULL;

ALTER TABLE maklumat_attachment
  ADD COLUMN applicant_id uuid REFERENCES maklumat_applicant (id),
  ADD COLUMN draft_id uuid REFERENCES maklumat_draft (id) ON DELETE SET NULL,
  ADD COLUMN state text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'quarantined', 'infected', 'erased')),
  ADD COLUMN thumbnail boolean NOT NULL DEFAULT false;
CREATE INDEX maklumat_attachment_quarantined ON maklumat_attachment (created_at) WHERE state = 'quarantined';
CREATE INDEX maklumat_attachment_draft ON maklumat_attachment (draft_id) WHERE draft_id IS NOT NULL;
