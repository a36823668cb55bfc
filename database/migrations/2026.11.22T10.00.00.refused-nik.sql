-- A NIK belongs to one account. One whose data an officer refused does not keep it from the person whose it is.
ALTER TABLE maklumat_applicant DROP CONSTRAINT maklumat_applicant_nik_digest_key;
CREATE UNIQUE INDEX maklumat_applicant_nik_digest_key ON maklumat_applicant (nik_digest) WHERE verification <> 'refused';
