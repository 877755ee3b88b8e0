-- oldest client: 1
-- Words of two characters and more are found by the pairs of characters in them, single ones by what pairs begin with
-- (core/store/searchtext.h); FTS5's own tokens know no Japanese words, and its trigrams nothing shorter than three.
-- `rowid` is case_text's text_id.

CREATE VIRTUAL TABLE case_gram USING fts5 (grams, detail = none, columnsize = 0);
