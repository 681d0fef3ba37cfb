-- answers: which quotes and acts lie behind these positions?
-- params: as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility, count_by, event_id, statement_id
-- returns: one row per counting statement in scope, newest first; is_kept tells which the position was computed from
-- columns: statement_id, actor_id, actor, issue_id, issue, stance, condition, basis, note, status, coder, kind, stated_on, stated_on_basis, said_on, quote_id, quote, translation, quote_language, spans, cue, venue, speaker_id, speaker, addressee, event_id, event, event_description, event_spans, article_id, article, url, outlet, outlet_basis, reliability, credibility, published_on, published_on_basis, original_id, is_kept
SELECT
    said.statement_id,
    said.actor_id,
    actors.name AS actor,
    said.issue_id,
    issues.short_name AS issue,
    said.stance,
    said.condition,
    said.basis,
    said.note,
    said.status,
    said.coder,
    said.kind,
    said.stated_on,
    said.stated_on_basis,
    said.said_on,
    said.quote_id,
    quotes.text AS quote,
    quotes.translation,
    quotes.language AS quote_language,
    quotes.spans,
    quotes.cue,
    quotes.venue,
    quotes.speaker_id,
    speakers.name AS speaker,
    addressees.name AS addressee,
    said.event_id,
    events.title AS event,
    events.description AS event_description,
    reports.spans AS event_spans,
    said.article_id,
    article.title AS article,
    article.url,
    article.outlet,
    article.outlet_basis::VARCHAR AS outlet_basis,
    article.reliability,
    said.credibility,
    article.published_on,
    article.published_on_basis::VARCHAR AS published_on_basis,
    said.original_id,
    said.statement_id IN (
        SELECT statement_id FROM statements_kept(
            $as_of::DATE, $since::DATE, $known_by::VARCHAR, $actors::VARCHAR[], $factions::VARCHAR[], $issues::VARCHAR[],
            $kinds::VARCHAR[], $outlets::VARCHAR[], $worst_credibility::INTEGER, $count_by::VARCHAR
        )
    ) AS is_kept
FROM statements_in_scope(
    $as_of::DATE, $since::DATE, $known_by::VARCHAR, $actors::VARCHAR[], $factions::VARCHAR[], $issues::VARCHAR[],
    $kinds::VARCHAR[], $outlets::VARCHAR[], $worst_credibility::INTEGER
) AS said
JOIN actors ON actors.actor_id = said.actor_id
JOIN issues ON issues.issue_id = said.issue_id
LEFT JOIN quotes ON quotes.quote_id = said.quote_id
LEFT JOIN actors AS speakers ON speakers.actor_id = quotes.speaker_id
LEFT JOIN actors AS addressees ON addressees.actor_id = quotes.addressee_id
LEFT JOIN events ON events.event_id = said.event_id
LEFT JOIN articles_read AS article ON article.article_id = said.article_id
LEFT JOIN reports ON reports.event_id = said.event_id AND reports.article_id = said.article_id
WHERE ($event_id::VARCHAR IS NULL OR said.event_id = $event_id)
    AND ($statement_id::VARCHAR IS NULL OR said.statement_id = $statement_id)
ORDER BY said.said_on DESC, said.statement_id
