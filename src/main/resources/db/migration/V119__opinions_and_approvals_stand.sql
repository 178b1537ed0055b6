-- What somebody said about a measure is theirs: nobody writes another opinion or approval over it.
CREATE TRIGGER coercive_measures_keep_their_opinion BEFORE UPDATE ON coercive_measures
  FOR EACH ROW WHEN (OLD.second_opinion_by IS NOT NULL) EXECUTE FUNCTION refuse_change_except(
    'status', 'approved_by', 'approved_at', 'head_approved_by', 'head_approved_at', 'rejected_by',
    'rejected_at', 'rejection_reason', 'ended_at', 'ended_by', 'end_reason', 'document_id');
CREATE TRIGGER coercive_measures_keep_their_approval BEFORE UPDATE ON coercive_measures
  FOR EACH ROW WHEN (OLD.approved_by IS NOT NULL) EXECUTE FUNCTION refuse_change_except(
    'status', 'head_approved_by', 'head_approved_at', 'rejected_by', 'rejected_at',
    'rejection_reason', 'ended_at', 'ended_by', 'end_reason', 'document_id');
