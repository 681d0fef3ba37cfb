-- answers: which statements count in these cells of the matrix, before copies and repeats collapse?
-- params: actors, issues
-- returns: one row per counting statement
-- columns: statement_id, actor_id, issue_id, stance, said_on, article_id, original_id, coder
SELECT statement_id, actor_id, issue_id, stance, said_on, article_id, original_id, coder
FROM statements_in_scope(
    DATE '9999-12-31', NULL::DATE, 'said', $actors::VARCHAR[], NULL::VARCHAR[], $issues::VARCHAR[],
    NULL::VARCHAR[], NULL::VARCHAR[], NULL::INTEGER
)
ORDER BY statement_id
