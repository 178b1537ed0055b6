-- Whoever takes consent back is heard within 3 x 24 hours (UU 27/2022 art. 40).
INSERT INTO legal_limits (step, valid_from, amount, counted_in, basis) VALUES
  ('UserTask_RespondToWithdrawnConsent', '2022-10-17', 'PT72H', 'ROUND_THE_CLOCK',
    'UU 27/2022 art. 40'),
  ('UserTask_RecallSummary', '2022-10-17', 'PT72H', 'ROUND_THE_CLOCK', 'UU 27/2022 art. 40');
