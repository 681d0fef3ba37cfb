-- Table macros shared by several questions. A NULL argument means "no filter".

-- The day that a scope's as-of date cuts by: the day of the words, of their publication, or of their coding.
-- What nobody logged as coded was there when it was published; what has no date of publication, when it was said.
CREATE OR REPLACE MACRO known_day(known_by, said_on, published_by, coded_on) AS
CASE known_by
    WHEN 'published' THEN coalesce(published_by, said_on)
    WHEN 'coded' THEN coalesce(coded_on, published_by, said_on)
    ELSE said_on
END;

-- The statements that match a scope, whether they count or not.
CREATE OR REPLACE MACRO statements_matching(
    as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility
) AS TABLE
SELECT statements_read.*, coded_on
FROM statements_read
LEFT JOIN coded_read AS coded
    ON known_by = 'coded' AND coded.table_name = 'statements' AND coded.row_id = statements_read.statement_id
WHERE known_day(known_by, said_on, published_by, coded_on) <= as_of
    AND (since IS NULL OR said_on >= since)
    AND (actors IS NULL OR list_contains(actors, actor_id))
    AND (issues IS NULL OR list_contains(issues, issue_id))
    AND (kinds IS NULL OR list_contains(kinds, kind))
    AND (outlets IS NULL OR list_contains(outlets, outlet_id))
    AND (worst_credibility IS NULL OR credibility <= worst_credibility)
    AND (factions IS NULL OR EXISTS (
        FROM memberships_read AS member
        WHERE member.actor_id = statements_read.actor_id
            AND list_contains(factions, member.faction_id)
            AND statements_read.said_on BETWEEN member.member_from AND member.member_to
    ));

-- The statements that count in a scope, before copies and repeats collapse.
CREATE OR REPLACE MACRO statements_in_scope(
    as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility
) AS TABLE
SELECT *
FROM statements_matching(as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility)
WHERE counts;

-- The statements that are kept: one per actor, issue, sign and article (or week, or month), or all.
-- First copies collapse: of a wire story's copies only one is read, the original if it says it too.
-- A week belongs to its ISO year. Of several statements the latest is kept, of those the strongest.
CREATE OR REPLACE MACRO statements_kept(
    as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility, count_by
) AS TABLE
SELECT * EXCLUDE (copy)
FROM (
    SELECT said.*, CASE WHEN original_id IS NULL THEN 1 ELSE dense_rank() OVER (
        PARTITION BY actor_id, issue_id, sign(stance), original_id
        ORDER BY article_id <> original_id, article_id
    ) END AS copy
    FROM statements_in_scope(
        as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility
    ) AS said
)
WHERE copy = 1
QUALIFY row_number() OVER (
    PARTITION BY actor_id, issue_id, sign(stance), CASE count_by
        WHEN 'article' THEN coalesce(original_id, statement_id)
        WHEN 'week' THEN strftime(said_on, '%G-W%V')
        WHEN 'month' THEN strftime(said_on, '%Y-%m')
        ELSE statement_id
    END
    ORDER BY said_on DESC, abs(stance) DESC, statement_id
) = 1;
