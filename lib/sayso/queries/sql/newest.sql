-- answers: what was said or done most recently?
-- params: as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility, how_many
-- returns: one row per statement, newest first
-- columns: statement_id, actor_id, actor, issue_id, issue, stance, condition, kind, stated_on, said_on, words
SELECT
    said.statement_id, said.actor_id, actors.name AS actor, said.issue_id, issues.short_name AS issue,
    said.stance, said.condition, said.kind, said.stated_on, said.said_on,
    coalesce(quotes.text, events.title) AS words
FROM statements_in_scope(
    $as_of::DATE, $since::DATE, $known_by::VARCHAR, $actors::VARCHAR[], $factions::VARCHAR[], $issues::VARCHAR[],
    $kinds::VARCHAR[], $outlets::VARCHAR[], $worst_credibility::INTEGER
) AS said
JOIN actors ON actors.actor_id = said.actor_id
JOIN issues ON issues.issue_id = said.issue_id
LEFT JOIN quotes ON quotes.quote_id = said.quote_id
LEFT JOIN events ON events.event_id = said.event_id
ORDER BY said.said_on DESC, said.statement_id
LIMIT $how_many::INTEGER
