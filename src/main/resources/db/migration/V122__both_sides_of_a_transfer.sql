-- Both supervisors agree to a transfer, and it ends with its case.
ALTER TABLE case_transfers
  -- The supervisor of the present caseworker, by asking for the transfer or by agreeing to it.
  ADD COLUMN agreed_by text,
  -- Whether the case was closed before anybody accepted it.
  ADD COLUMN case_ended boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT ended_with_the_case CHECK (NOT case_ended OR status = 'DROPPED');
DROP TRIGGER case_transfers_keep_their_content ON case_transfers;
CREATE TRIGGER case_transfers_keep_their_content BEFORE UPDATE ON case_transfers FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('to_user', 'agreed_by', 'status', 'ended_at', 'case_ended');
