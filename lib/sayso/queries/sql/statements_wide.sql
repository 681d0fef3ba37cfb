-- answers: what is known of every statement, its evidence and where that was published?
-- params: as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility, count_by, every_status
-- returns: one row per statement in scope, newest first; with every_status also those that do not count, and why
-- columns: statement_id, counts, is_kept, why_not, actor_id, actor, actor_original, actor_kind, actor_country, actor_description, actor_wikidata_id, organisation_id, organisation, faction_ids, factions, aliases, issue_id, issue, proposition, supports_means, opposes_means, parent_id, parent_issue, stance, condition, basis, note, status, coder, confidence, kind, stated_on, stated_on_basis, stated_low, stated_high, precision, said_on, quote_id, quote, translation, is_withheld, quote_language, spans, cue, venue, speaker_id, speaker, addressee_id, addressee, quote_status, quote_coder, quote_rule, quote_confidence, event_id, event, event_kind, modality, event_description, event_actors, place, latitude, longitude, place_precision, event_spans, credibility, article_id, article, url, archive_url, published_on, published_on_basis, published_low, published_high, published_precision, accessed_on, article_language, text_sha256, duplicate_of, withdrawn_on, rights, outlet_id, outlet, outlet_basis, outlet_country, outlet_language, reliability, outlet_url
WITH said AS (
    SELECT * FROM statements_matching(
        $as_of::DATE, $since::DATE, $known_by::VARCHAR, $actors::VARCHAR[], $factions::VARCHAR[], $issues::VARCHAR[],
        $kinds::VARCHAR[], $outlets::VARCHAR[], $worst_credibility::INTEGER
    )
    WHERE counts OR $every_status::BOOLEAN
),
kept AS (
    SELECT statement_id FROM statements_kept(
        $as_of::DATE, $since::DATE, $known_by::VARCHAR, $actors::VARCHAR[], $factions::VARCHAR[], $issues::VARCHAR[],
        $kinds::VARCHAR[], $outlets::VARCHAR[], $worst_credibility::INTEGER, $count_by::VARCHAR
    )
),
-- Of a story's copies, the one that is read: as in the macro statements_kept.
reading AS (
    SELECT statement_id, first_value(article_id) OVER (
        PARTITION BY actor_id, issue_id, sign(stance), original_id
        ORDER BY article_id <> original_id, article_id
    ) AS article_id
    FROM said
    WHERE counts AND original_id IS NOT NULL
),
spelled AS (
    SELECT actor_id, list(alias ORDER BY alias) AS aliases FROM aliases GROUP BY actor_id
),
belonging AS (
    SELECT
        statement_id,
        list(DISTINCT faction_id ORDER BY faction_id) AS faction_ids,
        list(DISTINCT factions.name ORDER BY factions.name) AS factions
    FROM said
    JOIN memberships_read AS member
        ON member.actor_id = said.actor_id AND said.said_on BETWEEN member.member_from AND member.member_to
    JOIN factions USING (faction_id)
    GROUP BY statement_id
),
acting AS (
    SELECT event_id, list(actors.name || ' (' || role || ')' ORDER BY actors.name, role) AS event_actors
    FROM event_actors
    JOIN actors USING (actor_id)
    GROUP BY event_id
)
SELECT
    said.statement_id,
    said.counts,
    kept.statement_id IS NOT NULL AS is_kept,
    CASE
        WHEN said.status NOT IN ('accepted', 'edited') THEN 'the statement is ' || said.status
        WHEN quotes.status NOT IN ('accepted', 'edited') THEN 'its quote is ' || quotes.status
        WHEN articles.withdrawn_on IS NOT NULL THEN 'its article is withdrawn'
        WHEN kept.statement_id IS NOT NULL THEN NULL
        WHEN reading.article_id <> said.article_id THEN 'a copy: read in ' || reading.article_id
        ELSE 'a repeat: one per ' || $count_by::VARCHAR || ' is kept'
    END AS why_not,
    said.actor_id,
    actors.name AS actor,
    actors.name_original AS actor_original,
    actors.kind::VARCHAR AS actor_kind,
    actors.country AS actor_country,
    actors.description AS actor_description,
    actors.wikidata_id AS actor_wikidata_id,
    actors.organisation_id,
    organisations.name AS organisation,
    belonging.faction_ids,
    belonging.factions,
    spelled.aliases,
    said.issue_id,
    issues.short_name AS issue,
    issues.proposition,
    issues.supports_means,
    issues.opposes_means,
    issues.parent_id,
    parents.short_name AS parent_issue,
    said.stance,
    said.condition,
    said.basis,
    said.note,
    said.status,
    said.coder,
    statements.confidence,
    said.kind,
    said.stated_on,
    said.stated_on_basis,
    said.stated_low,
    said.stated_high,
    said."precision",
    said.said_on,
    said.quote_id,
    -- Words leave only where the article's rights allow it (DESIGN §9).
    CASE WHEN list_has_any(articles.rights::VARCHAR[], ['quote', 'export']) THEN quotes.text END AS quote,
    CASE WHEN list_has_any(articles.rights::VARCHAR[], ['quote', 'export']) THEN quotes.translation END AS translation,
    quotes.quote_id IS NOT NULL AND NOT list_has_any(articles.rights::VARCHAR[], ['quote', 'export']) AS is_withheld,
    quotes.language AS quote_language,
    array_to_string(list_transform(quotes.spans, lambda span: span[1] || '-' || span[2]), ';') AS spans,
    quotes.cue,
    quotes.venue,
    quotes.speaker_id,
    speakers.name AS speaker,
    quotes.addressee_id,
    addressees.name AS addressee,
    quotes.status::VARCHAR AS quote_status,
    quotes.coder AS quote_coder,
    quotes.rule AS quote_rule,
    quotes.confidence AS quote_confidence,
    said.event_id,
    events.title AS event,
    events.kind::VARCHAR AS event_kind,
    events.modality::VARCHAR AS modality,
    events.description AS event_description,
    acting.event_actors,
    events.place,
    events.latitude,
    events.longitude,
    events.place_precision::VARCHAR AS place_precision,
    array_to_string(list_transform(reports.spans, lambda span: span[1] || '-' || span[2]), ';') AS event_spans,
    said.credibility,
    said.article_id,
    articles.title AS article,
    articles.url,
    articles.archive_url,
    articles.published_on,
    articles.published_on_basis::VARCHAR AS published_on_basis,
    published.date_low AS published_low,
    published.date_high AS published_high,
    published."precision"::VARCHAR AS published_precision,
    articles.accessed_on,
    articles.language AS article_language,
    articles.text_sha256,
    articles.duplicate_of,
    articles.withdrawn_on,
    articles.rights::VARCHAR[] AS rights,
    articles.outlet_id,
    outlets.name AS outlet,
    articles.outlet_basis::VARCHAR AS outlet_basis,
    outlets.country AS outlet_country,
    outlets.language AS outlet_language,
    outlets.reliability::VARCHAR AS reliability,
    outlets.url AS outlet_url
FROM said
JOIN statements ON statements.statement_id = said.statement_id
JOIN actors ON actors.actor_id = said.actor_id
JOIN issues ON issues.issue_id = said.issue_id
LEFT JOIN kept ON kept.statement_id = said.statement_id
LEFT JOIN reading ON reading.statement_id = said.statement_id
LEFT JOIN actors AS organisations ON organisations.actor_id = actors.organisation_id
LEFT JOIN spelled ON spelled.actor_id = said.actor_id
LEFT JOIN belonging ON belonging.statement_id = said.statement_id
LEFT JOIN issues AS parents ON parents.issue_id = issues.parent_id
LEFT JOIN quotes ON quotes.quote_id = said.quote_id
LEFT JOIN actors AS speakers ON speakers.actor_id = quotes.speaker_id
LEFT JOIN actors AS addressees ON addressees.actor_id = quotes.addressee_id
LEFT JOIN events ON events.event_id = said.event_id
LEFT JOIN acting ON acting.event_id = said.event_id
LEFT JOIN reports ON reports.event_id = said.event_id AND reports.article_id = said.article_id
LEFT JOIN articles ON articles.article_id = said.article_id
LEFT JOIN dates AS published ON published.edtf = articles.published_on
LEFT JOIN outlets ON outlets.outlet_id = articles.outlet_id
ORDER BY said.said_on DESC, said.statement_id
