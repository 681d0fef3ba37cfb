-- answers: how much evidence lies behind a view?
-- params: as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility, count_by
-- returns: one row
-- columns: n_statements, n_articles, n_outlets, n_actors, n_issues, first_said_on, last_said_on, n_words, n_acts, n_inferred, n_unlogged, n_searched
SELECT
    count(*) AS n_statements,
    count(DISTINCT kept.original_id) AS n_articles,
    count(DISTINCT kept.outlet_id) AS n_outlets,
    count(DISTINCT kept.actor_id) AS n_actors,
    count(DISTINCT kept.issue_id) AS n_issues,
    min(kept.said_on) AS first_said_on,
    max(kept.said_on) AS last_said_on,
    count(*) FILTER (kept.basis = 'words') AS n_words,
    count(*) FILTER (kept.basis = 'act') AS n_acts,
    count(*) FILTER (kept.basis = 'inferred') AS n_inferred,
    count(*) FILTER (kept.coded_on IS NULL) AS n_unlogged,
    (
        -- An article's day is that of what is said in it, or of its publication: the first of both that is known.
        SELECT count(DISTINCT articles_read.original_id)
        FROM stages_read
        JOIN articles_read USING (article_id)
        LEFT JOIN (
            SELECT article_id, min(said_on) AS said_on, max(said_on) AS last_said_on
            FROM statements_read
            WHERE counts
            GROUP BY article_id
        ) AS said USING (article_id)
        WHERE (stage = 'coded' OR stage = 'no text' AND n_events > 0)
            AND coalesce(
                CASE WHEN $known_by::VARCHAR = 'said' THEN least(published_low, published_by, said.said_on)
                ELSE published_by END, $as_of::DATE
            ) <= $as_of::DATE
            AND ($since::DATE IS NULL OR greatest(published_by, said.last_said_on) >= $since::DATE)
            AND ($outlets::VARCHAR[] IS NULL OR list_contains($outlets::VARCHAR[], outlet_id))
    ) AS n_searched
FROM statements_kept(
    $as_of::DATE, $since::DATE, $known_by::VARCHAR, $actors::VARCHAR[], $factions::VARCHAR[], $issues::VARCHAR[],
    $kinds::VARCHAR[], $outlets::VARCHAR[], $worst_credibility::INTEGER, $count_by::VARCHAR
) AS kept
