-- answers: which stances were proposed and wait for a decision?
-- params: actors, issues, outlets
-- returns: one row per waiting stance of an actor that the dataset has, the surest first
-- columns: waiting_id, actor_id, actor, issue_id, issue, stance, condition, quote, kind, status, coder, confidence, article_id, article, outlet
WITH finds AS (
    SELECT
        child.proposal_id AS waiting_id,
        CASE split_part(child.found ->> '$.actor', ':', 1)
            WHEN 'actor' THEN substr(child.found ->> '$.actor', 7)
            WHEN 'new' THEN named.row_id
        END AS actor_id,
        child.found ->> '$.issue_id' AS issue_id,
        (child.found ->> '$.stance')::TINYINT AS stance,
        child.found ->> '$.condition' AS condition,
        parent.found ->> '$.text' AS quote,
        parent.found ->> '$.kind' AS kind,
        child.status::VARCHAR AS status,
        child.coder,
        child.confidence,
        child.article_id
    FROM proposals AS child
    LEFT JOIN proposals AS parent ON parent.proposal_id = child.parent_id
    LEFT JOIN proposals AS named ON named.proposal_id = substr(child.found ->> '$.actor', 5)
    WHERE child.kind = 'statement' AND child.status = 'proposed' AND coalesce(parent.status <> 'rejected', true)
),
coded AS (
    SELECT
        statement_id AS waiting_id, statements.actor_id, statements.issue_id, statements.stance,
        statements.condition, quotes.text AS quote, quotes.kind::VARCHAR AS kind,
        statements.status::VARCHAR AS status, statements.coder, statements.confidence, quotes.article_id
    FROM statements
    JOIN quotes USING (quote_id)
    WHERE statements.status IN ('proposed', 'unverified')
)
SELECT
    waiting_id, actor_id, actors.name AS actor, issue_id, issues.short_name AS issue, stance, condition, quote,
    waiting.kind, status, coder, confidence, article_id, articles_read.title AS article, articles_read.outlet
FROM (FROM finds UNION ALL BY NAME FROM coded) AS waiting
JOIN actors USING (actor_id)
JOIN issues USING (issue_id)
JOIN articles_read USING (article_id)
WHERE NOT articles_read.is_withdrawn
    AND ($actors::VARCHAR[] IS NULL OR list_contains($actors::VARCHAR[], actor_id))
    AND ($issues::VARCHAR[] IS NULL OR list_contains($issues::VARCHAR[], issue_id))
    AND ($outlets::VARCHAR[] IS NULL OR list_contains($outlets::VARCHAR[], articles_read.outlet_id))
ORDER BY confidence DESC NULLS LAST, waiting_id
