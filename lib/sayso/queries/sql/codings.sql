-- answers: how was this quote or event coded, on which issues?
-- params: quote_id, event_id
-- returns: one row per statement that rests on it, whatever its status
-- columns: statement_id, actor, issue, stance, condition, basis, note, status, coder
SELECT
    statements.statement_id,
    actors.name AS actor,
    issues.short_name AS issue,
    statements.stance,
    statements.condition,
    statements.basis::VARCHAR AS basis,
    statements.note,
    statements.status::VARCHAR AS status,
    statements.coder
FROM statements
JOIN actors USING (actor_id)
JOIN issues USING (issue_id)
WHERE statements.quote_id = $quote_id OR statements.event_id = $event_id
ORDER BY issues.sort, statements.statement_id
