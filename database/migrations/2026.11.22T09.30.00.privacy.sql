-- Sealed messages are found again when the person or the case that they are about is to be forgotten.
ALTER TABLE maklumat_message
  -- Keyed digest of the address or number.
  ADD COLUMN recipient_digest text,
  ADD COLUMN case_id bigint REFERENCES maklumat_case (id);
CREATE INDEX maklumat_message_recipient ON maklumat_message (recipient_digest) WHERE recipient_digest IS NOT NULL;
CREATE INDEX maklumat_message_case ON maklumat_message (case_id) WHERE case_id IS NOT NULL;
