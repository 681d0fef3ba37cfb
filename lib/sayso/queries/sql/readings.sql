-- answers: what did each coder read in the same words or the same act?
-- params: coders
-- returns: one row per statement that was coded and not rejected, also those that do not count
-- columns: statement_id, coder, passage, issue_id, actor_id, speaker_id, stance, condition
SELECT
    statements.statement_id,
    statements.coder,
    -- Two coders may have made a quote each of the same words.
    CASE
        WHEN quotes.quote_id IS NULL THEN 'event:' || statements.event_id
        WHEN quotes.spans IS NULL THEN 'quote:' || quotes.quote_id
        ELSE quotes.article_id || ':' || quotes.spans::VARCHAR
    END AS passage,
    statements.issue_id,
    statements.actor_id,
    quotes.speaker_id,
    statements.stance,
    statements.condition
FROM statements
LEFT JOIN quotes USING (quote_id)
WHERE statements.status NOT IN ('proposed', 'rejected')
    AND ($coders::VARCHAR[] IS NULL OR list_contains($coders::VARCHAR[], statements.coder))
ORDER BY statements.statement_id
