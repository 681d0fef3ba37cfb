-- answers: who is quoted in this article, in the order of the text?
-- params: article_id
-- returns: one row per counting quote
-- columns: quote_id, speaker, kind, quote, quote_language, translation, cue, addressee, venue, spans
SELECT
    quotes.quote_id,
    speakers.name AS speaker,
    quotes.kind::VARCHAR AS kind,
    quotes.text AS quote,
    quotes.language AS quote_language,
    quotes.translation,
    quotes.cue,
    addressees.name AS addressee,
    quotes.venue,
    quotes.spans
FROM quotes
JOIN actors AS speakers ON speakers.actor_id = quotes.speaker_id
LEFT JOIN actors AS addressees ON addressees.actor_id = quotes.addressee_id
WHERE quotes.article_id = $article_id AND quotes.status IN ('accepted', 'edited')
ORDER BY quotes.spans[1][1], quotes.quote_id
