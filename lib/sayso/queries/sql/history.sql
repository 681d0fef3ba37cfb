-- answers: what was changed about this quote and its statements, when and by whom?
-- params: quote_id
-- returns: one row per revision, oldest first
-- columns: revision_id, table_name, row_id, action, changed_by, changed_at, before, after, note
SELECT
    revision_id, table_name, row_id, action::VARCHAR AS action, changed_by, changed_at,
    before::VARCHAR AS before, after::VARCHAR AS after, note
FROM revisions
WHERE (table_name = 'quotes' AND row_id = $quote_id)
    OR (table_name = 'statements' AND row_id IN (SELECT statement_id FROM statements WHERE quote_id = $quote_id))
ORDER BY sequence, revision_id
