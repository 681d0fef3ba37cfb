-- answers: which quotes contain these words, newest first?
-- params: as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility, words
-- returns: one row per counting quote whose text, translation, speaker or alias holds every word or phrase
-- columns: quote_id, speaker_id, speaker, name_original, kind, quote, translation, language, spans, cue, venue, addressee, stated_on, stated_on_basis, said_on, article_id, article, url, outlet, outlet_basis, reliability, credibility, published_on, published_on_basis, status, coder, n_statements, condition
WITH searchable AS (
    SELECT
        quotes.*,
        speakers.name AS speaker,
        speakers.name_original,
        addressees.name AS addressee,
        coalesce(stated.date_low, stated.date_high, article.published_by) AS said_on,
        article.title AS article,
        article.url,
        article.outlet_id,
        article.outlet,
        article.outlet_basis::VARCHAR AS outlet_basis,
        article.reliability,
        article.published_on,
        article.published_on_basis::VARCHAR AS published_on_basis,
        article.published_by,
        coded.coded_on,
        article.is_withdrawn,
        strip_accents(lower(concat_ws(
            ' | ', quotes.text, quotes.translation, speakers.name, speakers.name_original,
            (SELECT string_agg(alias, ' | ') FROM aliases WHERE aliases.actor_id = quotes.speaker_id)
        ))) AS haystack
    FROM quotes
    JOIN actors AS speakers ON speakers.actor_id = quotes.speaker_id
    LEFT JOIN actors AS addressees ON addressees.actor_id = quotes.addressee_id
    JOIN dates AS stated ON stated.edtf = quotes.stated_on
    JOIN articles_read AS article ON article.article_id = quotes.article_id
    LEFT JOIN coded_read AS coded
        ON $known_by::VARCHAR = 'coded' AND coded.table_name = 'quotes' AND coded.row_id = quotes.quote_id
)
SELECT
    quote_id, speaker_id, speaker, name_original, kind::VARCHAR AS kind, text AS quote, translation, language,
    spans, cue, venue, addressee, stated_on, stated_on_basis::VARCHAR AS stated_on_basis, said_on,
    article_id, article, url, outlet, outlet_basis, reliability, credibility, published_on, published_on_basis,
    status::VARCHAR AS status, coder,
    (SELECT count(*) FROM statements_read AS own WHERE own.quote_id = searchable.quote_id AND own.counts) AS n_statements,
    (SELECT string_agg(DISTINCT own.condition, '; ') FROM statements_read AS own WHERE own.quote_id = searchable.quote_id AND own.counts) AS condition
FROM searchable
WHERE status IN ('accepted', 'edited')
    AND NOT is_withdrawn
    AND known_day($known_by::VARCHAR, said_on, published_by, coded_on) <= $as_of::DATE
    AND ($since::DATE IS NULL OR said_on >= $since::DATE)
    AND ($actors::VARCHAR[] IS NULL OR list_contains($actors::VARCHAR[], speaker_id))
    AND ($kinds::VARCHAR[] IS NULL OR list_contains($kinds::VARCHAR[], kind::VARCHAR))
    AND ($outlets::VARCHAR[] IS NULL OR list_contains($outlets::VARCHAR[], outlet_id))
    AND ($worst_credibility::INTEGER IS NULL OR credibility <= $worst_credibility::INTEGER)
    AND ($issues::VARCHAR[] IS NULL OR EXISTS (
        FROM statements_read AS own
        WHERE own.quote_id = searchable.quote_id AND own.counts AND list_contains($issues::VARCHAR[], own.issue_id)
    ))
    AND ($factions::VARCHAR[] IS NULL OR EXISTS (
        FROM memberships_read AS member
        WHERE member.actor_id = speaker_id AND list_contains($factions::VARCHAR[], member.faction_id)
            AND said_on BETWEEN member.member_from AND member.member_to
    ))
    AND list_bool_and(list_transform(
        $words::VARCHAR[], lambda word: contains(haystack, strip_accents(lower(word)))
    )) IS DISTINCT FROM false
ORDER BY said_on DESC, article_id, spans[1][1], quote_id
