-- answers: how much evidence lies behind a view?
-- params: as_of, actors, factions, issues, kinds, outlets, worst_credibility, count_by
-- returns: one row
-- columns: n_statements, n_articles, n_outlets, n_actors, n_issues, first_said_on, last_said_on, n_searched
SELECT
    count(*) AS n_statements,
    count(DISTINCT kept.original_id) AS n_articles,
    count(DISTINCT kept.outlet_id) AS n_outlets,
    count(DISTINCT kept.actor_id) AS n_actors,
    count(DISTINCT kept.issue_id) AS n_issues,
    min(kept.said_on) AS first_said_on,
    max(kept.said_on) AS last_said_on,
    (
        -- An article's day is that of what is said in it, or of its publication: the first of both that is known.
        SELECT count(DISTINCT articles_read.original_id)
        FROM stages_read
        JOIN articles_read USING (article_id)
        LEFT JOIN (
            SELECT article_id, min(said_on) AS said_on
            FROM statements_read
            WHERE counts
            GROUP BY article_id
        ) AS said USING (article_id)
        WHERE (stage = 'coded' OR stage = 'no text' AND n_events > 0)
            AND coalesce(least(published_low, published_by, said.said_on), $as_of::DATE) <= $as_of::DATE
            AND ($outlets::VARCHAR[] IS NULL OR list_contains($outlets::VARCHAR[], outlet_id))
    ) AS n_searched
FROM statements_kept(
    $as_of::DATE, $actors::VARCHAR[], $factions::VARCHAR[], $issues::VARCHAR[],
    $kinds::VARCHAR[], $outlets::VARCHAR[], $worst_credibility::INTEGER, $count_by::VARCHAR
) AS kept
