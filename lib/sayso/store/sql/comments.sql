-- The data dictionary. Read by the About page, by `sayso check` for advice, and by datapackage.json.

COMMENT ON TABLE meta IS 'What this database is: schema version, dataset name and the package it was built from.';
COMMENT ON COLUMN meta.key IS 'Name of the fact.';
COMMENT ON COLUMN meta.value IS 'The fact.';

COMMENT ON TABLE dates IS 'Every EDTF date in use, with the first and last day it can mean. Derived, never exported.';
COMMENT ON COLUMN dates.edtf IS 'The date as written, in EDTF (ISO 8601-2).';
COMMENT ON COLUMN dates.date_low IS 'First day it can mean; empty when open at the start.';
COMMENT ON COLUMN dates.date_high IS 'Last day it can mean; empty when open at the end.';
COMMENT ON COLUMN dates."precision" IS 'How exact it is: day, month, year, interval, approximate, after (open end) or before (open start).';

COMMENT ON TABLE outlet_ids IS 'Every outlet_id ever given: what other tables refer to. Derived, never exported.';
COMMENT ON COLUMN outlet_ids.outlet_id IS 'Given once and never to anything else.';
COMMENT ON TABLE article_ids IS 'Every article_id ever given: what other tables refer to. Derived, never exported.';
COMMENT ON COLUMN article_ids.article_id IS 'Given once and never to anything else.';
COMMENT ON TABLE actor_ids IS 'Every actor_id ever given: what other tables refer to. Derived, never exported.';
COMMENT ON COLUMN actor_ids.actor_id IS 'Given once and never to anything else.';
COMMENT ON TABLE faction_ids IS 'Every faction_id ever given: what other tables refer to. Derived, never exported.';
COMMENT ON COLUMN faction_ids.faction_id IS 'Given once and never to anything else.';
COMMENT ON TABLE issue_ids IS 'Every issue_id ever given: what other tables refer to. Derived, never exported.';
COMMENT ON COLUMN issue_ids.issue_id IS 'Given once and never to anything else.';
COMMENT ON TABLE quote_ids IS 'Every quote_id ever given: what other tables refer to. Derived, never exported.';
COMMENT ON COLUMN quote_ids.quote_id IS 'Given once and never to anything else.';
COMMENT ON TABLE event_ids IS 'Every event_id ever given: what other tables refer to. Derived, never exported.';
COMMENT ON COLUMN event_ids.event_id IS 'Given once and never to anything else.';

COMMENT ON TABLE outlets IS 'Publishers of articles.';
COMMENT ON COLUMN outlets.outlet_id IS 'Short stable name in a-z, 0-9 and hyphens.';
COMMENT ON COLUMN outlets.name IS 'Name as the outlet writes it.';
COMMENT ON COLUMN outlets.country IS 'Two capital letters, ISO 3166-1.';
COMMENT ON COLUMN outlets.language IS 'Main language, as a BCP 47 tag such as en or ar.';
COMMENT ON COLUMN outlets.reliability IS 'Admiralty code, A (completely reliable) to E (unreliable); F means it cannot be judged, not that it is worst.';
COMMENT ON COLUMN outlets.url IS 'Web address, beginning with http:// or https://.';

COMMENT ON TABLE articles IS 'Published texts.';
COMMENT ON COLUMN articles.article_id IS 'Short stable name in a-z, 0-9 and hyphens.';
COMMENT ON COLUMN articles.outlet_id IS 'The publisher: an outlet_id in outlets.';
COMMENT ON COLUMN articles.outlet_basis IS 'stated if the article names its outlet, inferred if a coder concluded it.';
COMMENT ON COLUMN articles.title IS 'Headline; in [square brackets] if a coder described an untitled text.';
COMMENT ON COLUMN articles.url IS 'Where it was published, beginning with http:// or https://.';
COMMENT ON COLUMN articles.archive_url IS 'Where a copy is archived, beginning with http:// or https://.';
COMMENT ON COLUMN articles.published_on IS 'Publication date in EDTF.';
COMMENT ON COLUMN articles.published_on_basis IS 'stated or inferred; given exactly when published_on is.';
COMMENT ON COLUMN articles.accessed_on IS 'When the coder read it, in EDTF.';
COMMENT ON COLUMN articles.language IS 'Language of the text, as a BCP 47 tag.';
COMMENT ON COLUMN articles.text IS 'Full text, where its publisher allows or a user attached a copy; otherwise empty.';
COMMENT ON COLUMN articles.text_sha256 IS 'SHA-256 of the text that offsets refer to: UTF-8, line ends as \n, outer white space stripped; 64 characters 0-9 a-f.';
COMMENT ON COLUMN articles.duplicate_of IS 'For a copied wire story, the article_id of its original.';
COMMENT ON COLUMN articles.withdrawn_on IS 'When it was withdrawn, in EDTF; a withdrawn article no longer counts.';
COMMENT ON COLUMN articles.rights IS 'What may be done with the text: any of show, quote, export, joined with semicolons.';

COMMENT ON TABLE actors IS 'Persons, organisations, bodies, states, armed groups and outlets that can hold a position.';
COMMENT ON COLUMN actors.actor_id IS 'Short stable name in a-z, 0-9 and hyphens.';
COMMENT ON COLUMN actors.name IS 'Name in standard romanisation.';
COMMENT ON COLUMN actors.name_original IS 'Name in its own script.';
COMMENT ON COLUMN actors.kind IS 'person, organisation, government, parliament, state, armed group, party, alliance, media or group.';
COMMENT ON COLUMN actors.country IS 'Two capital letters, ISO 3166-1.';
COMMENT ON COLUMN actors.description IS 'Who this is, in a sentence.';
COMMENT ON COLUMN actors.organisation_id IS 'The actor this one belongs to or speaks for: an actor_id in actors.';
COMMENT ON COLUMN actors.wikidata_id IS 'Wikidata item, Q and digits.';

COMMENT ON TABLE aliases IS 'Names and spellings as found in texts.';
COMMENT ON COLUMN aliases.alias IS 'The name as found.';
COMMENT ON COLUMN aliases.actor_id IS 'Whose it is: an actor_id in actors.';
COMMENT ON COLUMN aliases.language IS 'Language of the text it was found in, as a BCP 47 tag.';

COMMENT ON TABLE factions IS 'Groups that the analyst defines.';
COMMENT ON COLUMN factions.faction_id IS 'Short stable name in a-z, 0-9 and hyphens.';
COMMENT ON COLUMN factions.name IS 'Name shown on charts.';
COMMENT ON COLUMN factions.colour IS 'Colour as #rrggbb in small letters; not one of the stance scale''s oranges and blues.';
COMMENT ON COLUMN factions.description IS 'Who belongs, and why.';

COMMENT ON TABLE memberships IS 'Who belonged to which faction, and when.';
COMMENT ON COLUMN memberships.actor_id IS 'The member: an actor_id in actors.';
COMMENT ON COLUMN memberships.faction_id IS 'The faction: a faction_id in factions.';
COMMENT ON COLUMN memberships.role IS 'What the actor is in the faction.';
COMMENT ON COLUMN memberships.valid_from IS 'Since when, in EDTF; empty if not known.';
COMMENT ON COLUMN memberships.valid_to IS 'Until when, in EDTF; empty if still a member or not known.';

COMMENT ON TABLE issues IS 'Propositions that positions are about.';
COMMENT ON COLUMN issues.issue_id IS 'Short stable name in a-z, 0-9 and hyphens.';
COMMENT ON COLUMN issues.proposition IS 'A sentence worded so that supporting it has one meaning.';
COMMENT ON COLUMN issues.short_name IS 'Column head: a few words.';
COMMENT ON COLUMN issues.supports_means IS 'What an actor who supports it wants.';
COMMENT ON COLUMN issues.opposes_means IS 'What an actor who opposes it wants.';
COMMENT ON COLUMN issues.parent_id IS 'The wider issue it belongs to: an issue_id in issues.';
COMMENT ON COLUMN issues.keywords IS 'Words and phrases that point to it, joined with semicolons.';
COMMENT ON COLUMN issues.sort IS 'Reading order: 1 comes first.';

COMMENT ON TABLE quotes IS 'Words attributed to a speaker, with their place in the article.';
COMMENT ON COLUMN quotes.quote_id IS 'Short stable name in a-z, 0-9 and hyphens.';
COMMENT ON COLUMN quotes.article_id IS 'Where it stands: an article_id in articles.';
COMMENT ON COLUMN quotes.speaker_id IS 'To whom it is attributed: an actor_id in actors.';
COMMENT ON COLUMN quotes.kind IS 'direct (verbatim), mixed (paraphrase around quoted words) or indirect (paraphrase).';
COMMENT ON COLUMN quotes.text IS 'Direct speech verbatim; mixed and indirect speech as the coder''s paraphrase.';
COMMENT ON COLUMN quotes.spans IS 'Where it stands in the article''s text: start-end in characters, end excluded, ascending, joined with semicolons.';
COMMENT ON COLUMN quotes.cue IS 'The word that attributes it, as found.';
COMMENT ON COLUMN quotes.addressee_id IS 'To whom it was said: an actor_id in actors.';
COMMENT ON COLUMN quotes.venue IS 'Where it was said, such as an interview or a statement.';
COMMENT ON COLUMN quotes.stated_on IS 'When it was said, in EDTF.';
COMMENT ON COLUMN quotes.stated_on_basis IS 'stated or inferred.';
COMMENT ON COLUMN quotes.language IS 'Language of the quote, as a BCP 47 tag.';
COMMENT ON COLUMN quotes.translation IS 'The quote in the dataset''s language, if it is in another.';
COMMENT ON COLUMN quotes.credibility IS 'Admiralty code, 1 (confirmed) to 5 (improbable); 6 means it cannot be judged, not that it is worst.';
COMMENT ON COLUMN quotes.status IS 'proposed, accepted, edited, rejected or unverified; only accepted and edited rows count.';
COMMENT ON COLUMN quotes.coder IS 'Who coded it: a person, or an extractor with its version.';
COMMENT ON COLUMN quotes.rule IS 'The rule that found it, if a machine did.';
COMMENT ON COLUMN quotes.confidence IS 'The machine''s calibrated confidence, 0 to 1.';

COMMENT ON TABLE statements IS 'Coded readings: this actor, on this issue, with this stance, because of this quote or act.';
COMMENT ON COLUMN statements.statement_id IS 'Short stable name in a-z, 0-9 and hyphens.';
COMMENT ON COLUMN statements.quote_id IS 'The quote it rests on: a quote_id in quotes. A statement needs a quote or an event.';
COMMENT ON COLUMN statements.event_id IS 'The act it rests on: an event_id in events.';
COMMENT ON COLUMN statements.actor_id IS 'Whose stance: an actor_id in actors.';
COMMENT ON COLUMN statements.issue_id IS 'On what: an issue_id in issues.';
COMMENT ON COLUMN statements.stance IS 'A whole number from -2 (strongly opposes) over 0 (neutral) to 2 (strongly supports).';
COMMENT ON COLUMN statements.condition IS 'On what condition, if on any.';
COMMENT ON COLUMN statements.basis IS 'words (said so), act (did so) or inferred.';
COMMENT ON COLUMN statements.note IS 'The coder''s reason.';
COMMENT ON COLUMN statements.status IS 'proposed, accepted, edited, rejected or unverified; only accepted and edited rows count.';
COMMENT ON COLUMN statements.coder IS 'Who coded it: a person, or an extractor with its version.';
COMMENT ON COLUMN statements.confidence IS 'The machine''s calibrated confidence, 0 to 1.';

COMMENT ON TABLE events IS 'What happened, is happening, or is expected to.';
COMMENT ON COLUMN events.event_id IS 'Short stable name in a-z, 0-9 and hyphens.';
COMMENT ON COLUMN events.title IS 'A few words.';
COMMENT ON COLUMN events.kind IS 'PLOVER event type in capitals, such as DEMAND, REJECT or ASSAULT.';
COMMENT ON COLUMN events.modality IS 'happened, ongoing, expected, demanded or denied.';
COMMENT ON COLUMN events.happened_on IS 'When, in EDTF, as exactly as the text allows and no more.';
COMMENT ON COLUMN events.happened_on_basis IS 'stated or inferred.';
COMMENT ON COLUMN events.place IS 'Where, in words.';
COMMENT ON COLUMN events.latitude IS 'Degrees north, -90 to 90; given exactly when longitude is.';
COMMENT ON COLUMN events.longitude IS 'Degrees east, -180 to 180.';
COMMENT ON COLUMN events.place_precision IS 'point, city, region, country or unknown.';
COMMENT ON COLUMN events.description IS 'What happened, in a sentence.';

COMMENT ON TABLE event_actors IS 'Who took part in an event, and as what.';
COMMENT ON COLUMN event_actors.event_id IS 'An event_id in events.';
COMMENT ON COLUMN event_actors.actor_id IS 'An actor_id in actors.';
COMMENT ON COLUMN event_actors.role IS 'The part played, such as initiator, target or participant.';

COMMENT ON TABLE reports IS 'Articles that say an event happened.';
COMMENT ON COLUMN reports.event_id IS 'An event_id in events.';
COMMENT ON COLUMN reports.article_id IS 'An article_id in articles.';
COMMENT ON COLUMN reports.spans IS 'Where it says so: start-end in characters, end excluded, ascending, joined with semicolons.';
COMMENT ON COLUMN reports.credibility IS 'Admiralty code, 1 (confirmed) to 5 (improbable); 6 means it cannot be judged.';

COMMENT ON TABLE revisions IS 'What was changed, by whom and when. Rows are only ever added.';
COMMENT ON COLUMN revisions.revision_id IS 'Short stable name.';
COMMENT ON COLUMN revisions.table_name IS 'The table of the changed row.';
COMMENT ON COLUMN revisions.row_id IS 'The id of the changed row.';
COMMENT ON COLUMN revisions.action IS 'created, edited, accepted, rejected, withdrawn, undone or deleted; searched (an extractor read the article), reviewed (a coder closed it) or attached (its text was added).';
COMMENT ON COLUMN revisions.changed_by IS 'Who changed it.';
COMMENT ON COLUMN revisions.changed_at IS 'When, in UTC, as 2026-11-23T21:05:00.';
COMMENT ON COLUMN revisions.before IS 'Changed columns before, as a JSON object.';
COMMENT ON COLUMN revisions.after IS 'Changed columns after, as a JSON object.';
COMMENT ON COLUMN revisions.note IS 'Why.';
COMMENT ON COLUMN revisions.sequence IS 'The place of its change among all changes, counted from 1; may be left out, and is then told from changed_at.';
COMMENT ON COLUMN revisions.undoes IS 'The change that this one takes back: the part of its revision_id before the dot.';

COMMENT ON TABLE briefing_ids IS 'Every briefing_id ever given: what other tables refer to. Derived, never exported.';
COMMENT ON COLUMN briefing_ids.briefing_id IS 'Given once and never to anything else.';

COMMENT ON TABLE exhibits IS 'Views as they were when they were pinned to a briefing: words, chart, table, quotes and sources.';
COMMENT ON COLUMN exhibits.exhibit_id IS 'The first 16 digits of the SHA-256 of the JSON.';
COMMENT ON COLUMN exhibits.content IS 'JSON in UTF-8, compressed with zlib, as base64.';

COMMENT ON TABLE briefings IS 'What an analyst shows others: views in order, with judgements and text between them.';
COMMENT ON COLUMN briefings.briefing_id IS 'Short stable name.';
COMMENT ON COLUMN briefings.title IS 'Its title.';
COMMENT ON COLUMN briefings.held_on IS 'The day on which it is held, in EDTF.';
COMMENT ON COLUMN briefings.marking IS 'The line that says who may see it, such as “For internal use”.';
COMMENT ON COLUMN briefings.language IS 'The language of its words, BCP 47.';
COMMENT ON COLUMN briefings.source_summary IS 'The analyst''s own source summary; empty while the drafted one stands.';

COMMENT ON TABLE briefing_items IS 'The parts of a briefing, in order.';
COMMENT ON COLUMN briefing_items.item_id IS 'Short stable name.';
COMMENT ON COLUMN briefing_items.briefing_id IS 'Where it belongs: a briefing_id in briefings.';
COMMENT ON COLUMN briefing_items.sort IS 'Its place: parts stand in the order of this number.';
COMMENT ON COLUMN briefing_items.kind IS 'view, judgement (the analyst''s, with likelihood and confidence) or text.';
COMMENT ON COLUMN briefing_items.exhibit_id IS 'For a view, what is shown: an exhibit_id in exhibits.';
COMMENT ON COLUMN briefing_items.title IS 'For a view, the analyst''s title; empty while the proposed one stands.';
COMMENT ON COLUMN briefing_items.text IS 'The analyst''s words; for a view, beneath it.';
COMMENT ON COLUMN briefing_items.likelihood IS 'Of a judgement: how likely, in a word of ICD 203.';
COMMENT ON COLUMN briefing_items.confidence IS 'Of a judgement: how well founded: low, moderate or high.';
COMMENT ON COLUMN briefing_items.to_check IS 'true where the analyst''s words came from an earlier briefing and wait to be read again.';

COMMENT ON TABLE proposals IS 'What a machine found and what became of it. Never counts, never exported: accepting one makes rows.';
COMMENT ON COLUMN proposals.proposal_id IS 'Article, kind and place: the same find has the same name in every run.';
COMMENT ON COLUMN proposals.article_id IS 'Where it was found: an article_id in articles.';
COMMENT ON COLUMN proposals.parent_id IS 'For a statement, the proposal_id of its quote.';
COMMENT ON COLUMN proposals.kind IS 'quote, statement, event, actor or copy.';
COMMENT ON COLUMN proposals.found IS 'What was found, as a JSON object.';
COMMENT ON COLUMN proposals.start IS 'Its first character in the text: the order of reading.';
COMMENT ON COLUMN proposals.coder IS 'The extractor with its version.';
COMMENT ON COLUMN proposals.rule IS 'The rule that found it.';
COMMENT ON COLUMN proposals.confidence IS 'Calibrated confidence, 0 to 1.';
COMMENT ON COLUMN proposals.status IS 'proposed, accepted, edited (accepted with changes), rejected, or unverified (words not found in the text).';
COMMENT ON COLUMN proposals.row_id IS 'The row that it became, if it was accepted.';

COMMENT ON TABLE overlays IS 'Files of others'' counts laid over the timeline. Not part of the dataset: never counts, never exported.';
COMMENT ON COLUMN overlays.overlay_id IS 'From the file''s content: the same file has the same id.';
COMMENT ON COLUMN overlays.kind IS 'Whose data it is: ACLED or GDELT.';
COMMENT ON COLUMN overlays.name IS 'The file''s name.';
COMMENT ON COLUMN overlays.n_rows IS 'Records that were taken.';
COMMENT ON COLUMN overlays.n_left_out IS 'Rows that were left out because they could not be read.';
COMMENT ON COLUMN overlays.first_day IS 'The earliest day that a record can mean.';
COMMENT ON COLUMN overlays.last_day IS 'The latest day that a record can mean.';
COMMENT ON COLUMN overlays.accessed_on IS 'When the file was downloaded from its publisher, as the person said who added it.';
COMMENT ON COLUMN overlays.added_by IS 'The coder who added it, if named.';
COMMENT ON COLUMN overlays.added_at IS 'When it was added, in UTC.';
COMMENT ON COLUMN overlays.is_removed IS 'Taken off the timeline, but not yet deleted for good.';

COMMENT ON TABLE overlay_records IS 'The events or quotations of an overlay, one row each. Never counts, never exported.';
COMMENT ON COLUMN overlay_records.overlay_id IS 'An overlay_id in overlays.';
COMMENT ON COLUMN overlay_records."row" IS 'Its line in the file; the columns'' names are line 1.';
COMMENT ON COLUMN overlay_records."day" IS 'The date that the file gives.';
COMMENT ON COLUMN overlay_records.day_low IS 'The earliest day that the date can mean.';
COMMENT ON COLUMN overlay_records.day_high IS 'The latest day that the date can mean.';
COMMENT ON COLUMN overlay_records.exactness IS 'How exactly the date is known: to the day, week or month.';
COMMENT ON COLUMN overlay_records.record_id IS 'ACLED''s event_id_cnty.';
COMMENT ON COLUMN overlay_records."type" IS 'ACLED''s event_type.';
COMMENT ON COLUMN overlay_records.subtype IS 'ACLED''s sub_event_type.';
COMMENT ON COLUMN overlay_records.who IS 'ACLED''s actor1 and actor2.';
COMMENT ON COLUMN overlay_records.country IS 'ACLED''s country.';
COMMENT ON COLUMN overlay_records.place IS 'ACLED''s location and admin1.';
COMMENT ON COLUMN overlay_records."text" IS 'ACLED''s notes, or the quotation.';
COMMENT ON COLUMN overlay_records.before IS 'The words before a quotation.';
COMMENT ON COLUMN overlay_records.after IS 'The words after a quotation.';
COMMENT ON COLUMN overlay_records.title IS 'The title of the article that holds a quotation.';
COMMENT ON COLUMN overlay_records.url IS 'The address of the article that holds a quotation.';
COMMENT ON COLUMN overlay_records.source IS 'ACLED''s source, or the domain of the article.';
COMMENT ON COLUMN overlay_records."language" IS 'The article''s language, as GDELT names it.';
COMMENT ON COLUMN overlay_records.fatalities IS 'ACLED''s fatalities, an estimate; null for quotations.';
