-- answers: who said or did something that counts, and when?
-- params: as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility, count_by
-- returns: one row per kept statement, oldest first
-- columns: statement_id, actor_id, issue_id, faction_id, stance, kind, condition, stated_on, stated_low, stated_high, precision, said_on, original_id, label
SELECT
    kept.statement_id,
    kept.actor_id,
    kept.issue_id,
    (
        SELECT min(member.faction_id)
        FROM memberships_read AS member
        WHERE member.actor_id = kept.actor_id
            AND kept.said_on BETWEEN member.member_from AND member.member_to
    ) AS faction_id,
    kept.stance,
    kept.kind,
    kept.condition,
    kept.stated_on,
    kept.stated_low,
    kept.stated_high,
    kept."precision",
    kept.said_on,
    kept.original_id,
    coalesce(quotes.text, events.title) AS label
FROM statements_kept(
    $as_of::DATE, $since::DATE, $known_by::VARCHAR, $actors::VARCHAR[], $factions::VARCHAR[], $issues::VARCHAR[],
    $kinds::VARCHAR[], $outlets::VARCHAR[], $worst_credibility::INTEGER, $count_by::VARCHAR
) AS kept
LEFT JOIN quotes USING (quote_id)
LEFT JOIN events ON events.event_id = kept.event_id
ORDER BY kept.said_on, kept.statement_id
