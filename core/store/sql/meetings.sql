-- Meetings: by doors where the reader is somebody at a server, by themselves where they look into a file or own the database.

-- Who sees what: core/meetings/meetingsight.h, in SQL for what is asked of many meetings at once. Migration 0028 says the same.

-- Whether the reader sees all of the meeting `m`.
-- fragment: seesAll
(:everything = 2 OR (:everything = 1 AND m.published = 1)
 OR EXISTS (SELECT 1 FROM meeting_member s WHERE s.meeting_id = m.meeting_id AND s.staff_id = :me AND s.role = 2))

-- fragment: isMember
(m.published = 1 AND EXISTS (SELECT 1 FROM meeting_member s WHERE s.meeting_id = m.meeting_id AND s.staff_id = :me))

-- Whether the item of the paper `p` is hidden from the reader.
-- fragment: isHidden
EXISTS (SELECT 1 FROM meeting_hidden h WHERE h.meeting_id = p.meeting_id AND h.item = p.item AND h.staff_id = :me)

-- Whether the reader sees the paper `p` of the meeting `m`.
-- fragment: seesPaper
(@seesAll@
 OR (p.removed = 0 AND NOT @isHidden@
     AND (@isMember@
          OR EXISTS (SELECT 1 FROM meeting_paper q
                      WHERE q.meeting_id = p.meeting_id AND q.item = p.item AND q.removed = 0 AND q.responsible = :me))))

-- name: meetingsFrom (sqlite)
SELECT m.meeting_id, m.state, m.title, m.day, m.begins, m.ends, m.room,
       COALESCE((SELECT s.role FROM meeting_member s WHERE s.meeting_id = m.meeting_id AND s.staff_id = :me), -1),
       m.state < 3 AND EXISTS (SELECT 1 FROM meeting_paper p
                                WHERE p.meeting_id = m.meeting_id AND p.removed = 0 AND p.revision = 0 AND p.responsible = :me AND @seesPaper@),
       CASE WHEN @isInvited@ OR :everything <> 1
            THEN (SELECT COUNT(*) FROM meeting_paper p
                   WHERE p.meeting_id = m.meeting_id AND p.removed = 0 AND p.revision > 0 AND @seesPaper@
                     AND NOT EXISTS (SELECT 1 FROM meeting_opened o
                                      WHERE o.meeting_id = p.meeting_id AND o.paper = p.paper AND o.revision = p.revision AND o.staff_id = :me))
            ELSE 0 END
  FROM meeting m
 WHERE (m.day >= :from OR m.state = 0)
   AND (@seesAll@ OR @isMember@
        OR EXISTS (SELECT 1 FROM meeting_paper p
                    WHERE p.meeting_id = m.meeting_id AND p.removed = 0 AND p.responsible = :me AND NOT @isHidden@))
 ORDER BY m.day, m.begins, m.meeting_id

-- Auditors leave no trace of what they opened.
-- fragment: isInvited
EXISTS (SELECT 1 FROM meeting_member s WHERE s.meeting_id = m.meeting_id AND s.staff_id = :me)

-- name: remoteMeetingsFrom (postgresql)
SELECT m.meeting_id, m.state, m.title, m.day, m.begins, m.ends, m.room, m.role, m.awaited, m.unseen
  FROM kessai.my_meetings(CAST(:from AS TEXT)) m

-- name: meetingActs
SELECT a.seq, a.kind, a.item, a.body, a.made_by, a.made_name, a.made_at, a.previous, a.hash
  FROM meeting_act a WHERE a.meeting_id = :meeting_id ORDER BY a.seq

-- name: remoteMeetingActs (postgresql)
SELECT a.seq, a.kind, a.item, a.body, a.made_by, a.made_name, a.made_at, a.previous, a.hash
  FROM kessai.meeting_acts(CAST(:meeting_id AS BIGINT)) a

-- The words of pages that were replaced are for secretaries: they may have been replaced because of what they said.
-- name: paperPages
SELECT g.print,
       CASE WHEN g.revision = p.revision
                 OR EXISTS (SELECT 1 FROM meeting_member s WHERE s.meeting_id = m.meeting_id AND s.staff_id = :me AND s.role = 2)
            THEN g.folded ELSE '' END,
       CASE WHEN g.revision = p.revision THEN g.text ELSE '' END
  FROM meeting_page g
  JOIN meeting m ON m.meeting_id = g.meeting_id
  JOIN meeting_paper p ON p.meeting_id = g.meeting_id AND p.paper = g.paper
 WHERE g.meeting_id = :meeting_id AND g.paper = :paper AND g.revision = :revision AND @seesPaper@
 ORDER BY g.page

-- name: remotePaperPages (postgresql)
SELECT g.print, g.folded, g.text FROM kessai.meeting_pages(CAST(:meeting_id AS BIGINT), CAST(:paper AS INTEGER), CAST(:revision AS INTEGER)) g

-- name: papersOpened
SELECT o.staff_id, o.paper, o.revision, o.at FROM meeting_opened o WHERE o.meeting_id = :meeting_id ORDER BY o.at, o.staff_id, o.paper

-- name: remotePapersOpened (postgresql)
SELECT o.staff_id, o.paper, o.revision, o.at FROM kessai.papers_opened(CAST(:meeting_id AS BIGINT)) o

-- Of the text as it is written what is about as far on as the first word is in the folded one.
-- name: findInPapers (sqlite)
SELECT m.meeting_id, m.title, m.day, g.paper, g.page,
       CASE WHEN g.text = '' THEN substr(g.folded, max(instr(g.folded, :first) - 300, 1), 700)
            ELSE substr(g.text, max(instr(g.folded, :first) * length(g.text) / length(g.folded) - 300, 1), 700) END
  FROM meeting m
  JOIN meeting_paper p ON p.meeting_id = m.meeting_id AND p.removed = 0
  JOIN meeting_page g ON g.meeting_id = p.meeting_id AND g.paper = p.paper AND g.revision = p.revision
 WHERE @seesPaper@ AND NOT EXISTS (SELECT 1 FROM json_each(:words) w WHERE instr(g.folded, w.value) = 0)
 ORDER BY m.day DESC, m.meeting_id DESC, p.item, g.paper, g.page LIMIT :most

-- name: remoteFindInPapers (postgresql)
SELECT h.meeting_id, h.title, h.day, h.paper, h.page, h.around FROM kessai.find_in_papers(CAST(:words AS TEXT), CAST(:most AS INTEGER)) h

-- The reader's own ink, and what is shared with them.
-- What somebody wrote is theirs, also where the paper was dropped.
-- name: inkSince (sqlite)
SELECT i.ink_id, i.paper, i.revision, i.page, i.author_id, i.author_name, i.body, i.audience, i.version, i.removed, i.changed_at, i.mark,
       CASE WHEN i.author_id = :me
            THEN (SELECT json_group_array(r.staff_id) FROM (SELECT staff_id FROM ink_reader WHERE ink_id = i.ink_id ORDER BY staff_id) r)
            ELSE '[]' END
  FROM ink i
  JOIN meeting m ON m.meeting_id = i.meeting_id
  JOIN meeting_paper p ON p.meeting_id = i.meeting_id AND p.paper = i.paper
 WHERE i.meeting_id = :meeting_id AND i.mark > :mark
   AND ((p.removed = 0 AND @seesPaper@
         AND (i.author_id = :me OR i.audience = 2
              OR (i.audience = 1 AND EXISTS (SELECT 1 FROM ink_reader r WHERE r.ink_id = i.ink_id AND r.staff_id = :me))))
        OR (p.removed = 1 AND i.author_id = :me AND NOT @isHidden@ AND (@isMember@ OR @seesAll@)))
 ORDER BY i.mark, i.ink_id

-- name: remoteInkSince (postgresql)
SELECT i.ink_id, i.paper, i.revision, i.page, i.author_id, i.author_name, i.body, i.audience, i.version, i.removed, i.changed_at, i.mark,
       i.readers
  FROM kessai.ink_since(CAST(:meeting_id AS BIGINT), CAST(:mark AS BIGINT)) i

-- One chunk of a paper the reader sees; where a server reads, the policies have seen to it.
-- fragment: paperChunk (sqlite)
SELECT k.data, b.chunks
  FROM meeting_file f
  JOIN meeting m ON m.meeting_id = f.meeting_id
  JOIN meeting_paper p ON p.meeting_id = f.meeting_id AND p.paper = f.paper
  JOIN blob b ON b.blob_id = f.blob_id
  JOIN blob_chunk k ON k.blob_id = b.blob_id AND k.no = :no
 WHERE b.sha256 = :sha256 AND b.complete = 1 AND @seesPaper@

-- fragment: paperChunk (postgresql)
SELECT k.data, b.chunks FROM blob b JOIN blob_chunk k ON k.blob_id = b.blob_id AND k.no = :no WHERE b.sha256 = :sha256 AND b.complete = 1

-- A meeting while it runs.

-- name: meetingLive
SELECT v.mark, v.presenter, v.paper, v.revision, v.page, v.x, v.y, v.called, v.called_at, v.speak_limit, v.scrolled
  FROM meeting_live v WHERE v.meeting_id = :meeting_id

-- name: meetingSpeakers
SELECT s.staff_id, s.asked, s.began FROM meeting_speaker s WHERE s.meeting_id = :meeting_id ORDER BY s.asked, s.staff_id

-- name: meetingBallots
SELECT b.staff_id, b.choice FROM meeting_ballot b WHERE b.meeting_id = :meeting_id ORDER BY b.staff_id

-- What the reader has to do, and what they did lately.
-- name: myActions (sqlite)
SELECT a.meeting_id, m.title, m.day, a.action, a.text, a.due, a.done_at = 0 AND a.due < :today, a.done_at
  FROM meeting_action a JOIN meeting m ON m.meeting_id = a.meeting_id
 WHERE a.owner = :me AND m.state <> 4 AND (a.done_at = 0 OR a.done_at > :since)
 ORDER BY a.due, a.meeting_id, a.action

-- What stands beside the acts of a meeting, for whoever verifies it.

-- name: meetingIds
SELECT m.meeting_id FROM meeting m ORDER BY m.meeting_id

-- name: meetingHead
SELECT m.state, m.published, m.title, m.day, m.begins, m.ends, m.room, m.seq FROM meeting m WHERE m.meeting_id = :meeting_id

-- name: meetingMembers
SELECT s.staff_id, s.role FROM meeting_member s WHERE s.meeting_id = :meeting_id ORDER BY s.staff_id

-- name: meetingHidden
SELECT h.item, h.staff_id FROM meeting_hidden h WHERE h.meeting_id = :meeting_id ORDER BY h.item, h.staff_id

-- name: meetingPapers
SELECT p.paper, p.item, COALESCE(p.responsible, 0), p.revision, p.removed FROM meeting_paper p
 WHERE p.meeting_id = :meeting_id ORDER BY p.paper

-- A file is what its bytes were said to be, and has as many pages as rows are kept of them.
-- name: meetingFiles
SELECT f.paper, f.revision, CASE WHEN b.sha256 = f.sha256 AND b.complete = 1 THEN f.sha256 ELSE '' END,
       CASE WHEN (SELECT COUNT(*) FROM meeting_page g
                   WHERE g.meeting_id = f.meeting_id AND g.paper = f.paper AND g.revision = f.revision) = f.pages THEN f.pages ELSE 0 END
  FROM meeting_file f JOIN blob b ON b.blob_id = f.blob_id
 WHERE f.meeting_id = :meeting_id ORDER BY f.paper, f.revision

-- The vote that is open while it runs; no row where it does not.
-- name: meetingOpenVote
SELECT v.vote FROM meeting_live v WHERE v.meeting_id = :meeting_id

-- name: meetingThere
SELECT t.staff_id FROM meeting_there t WHERE t.meeting_id = :meeting_id ORDER BY t.staff_id

-- name: meetingActions
SELECT a.action, a.item, a.text, a.owner, a.due, a.done_at, a.done_by, a.note FROM meeting_action a
 WHERE a.meeting_id = :meeting_id ORDER BY a.action

-- What the notary in this program reads and writes.

-- name: notaryMeetingRequest
SELECT a.meeting_id, a.made_by, a.kind, a.body FROM meeting_act a WHERE a.request_id = :request_id

-- name: notaryNewMeeting
INSERT INTO meeting (title, day, begins, ends, room) VALUES ('', '', 0, 0, '') RETURNING meeting_id

-- name: notarySetMeeting
UPDATE meeting SET state = :state, published = :published, title = :title, day = :day, begins = :begins, ends = :ends, room = :room, seq = :seq
 WHERE meeting_id = :meeting_id

-- name: notaryMeetingAct
INSERT INTO meeting_act (meeting_id, seq, kind, item, body, made_by, made_name, made_at, previous, hash, request_id)
VALUES (:meeting_id, :seq, :kind, :item, :body, :made_by, :made_name, :made_at, :previous, :hash, :request_id)

-- name: notaryDropMembers
DELETE FROM meeting_member WHERE meeting_id = :meeting_id

-- name: notaryAddMember
INSERT INTO meeting_member (meeting_id, staff_id, role) VALUES (:meeting_id, :staff_id, :role)

-- name: notaryUnhide
DELETE FROM meeting_hidden WHERE meeting_id = :meeting_id AND item = :item

-- name: notaryHide
INSERT INTO meeting_hidden (meeting_id, item, staff_id) VALUES (:meeting_id, :item, :staff_id)

-- name: notaryPutPaper
INSERT INTO meeting_paper (meeting_id, paper, item, responsible, revision, removed)
VALUES (:meeting_id, :paper, :item, :responsible, :revision, 0)
ON CONFLICT (meeting_id, paper) DO UPDATE
   SET item = excluded.item, responsible = excluded.responsible, revision = excluded.revision

-- One paper, or, for 0, all of an item.
-- name: notaryDropPapers
UPDATE meeting_paper SET removed = 1
 WHERE meeting_id = :meeting_id AND removed = 0 AND (paper = :paper OR (CAST(:paper AS INTEGER) = 0 AND item = :item))

-- name: notaryPaperFile
INSERT INTO meeting_file (meeting_id, paper, revision, blob_id, sha256, pages)
VALUES (:meeting_id, :paper, :revision, :blob_id, :sha256, :pages)

-- name: notaryPaperPage
INSERT INTO meeting_page (meeting_id, paper, revision, page, print, folded, text)
VALUES (:meeting_id, :paper, :revision, :page, :print, :folded, :text)

-- The newest revision of a paper, and whether the caller is one of those who leave a trace.
-- name: notarySeenPaper
SELECT p.revision, CASE WHEN @isInvited@ OR p.responsible = :me THEN 1 ELSE 0 END
  FROM meeting m JOIN meeting_paper p ON p.meeting_id = m.meeting_id
 WHERE m.meeting_id = :meeting_id AND p.paper = :paper AND @seesPaper@

-- name: notaryOpened
INSERT INTO meeting_opened (meeting_id, paper, revision, staff_id, at) VALUES (:meeting_id, :paper, :revision, :staff_id, :at)
ON CONFLICT (meeting_id, paper, revision, staff_id) DO NOTHING

-- name: notaryNextInkMark
UPDATE meeting SET ink_mark = ink_mark + 1 WHERE meeting_id = :meeting_id RETURNING ink_mark

-- What is shared is told again, because somebody may see more than before.
-- name: notaryTellInk
UPDATE ink SET mark = :mark WHERE meeting_id = :meeting_id AND audience > 0

-- The pages of a revision the caller may write on.
-- name: notaryInkPages
SELECT f.pages
  FROM meeting m
  JOIN meeting_paper p ON p.meeting_id = m.meeting_id AND p.removed = 0
  JOIN meeting_file f ON f.meeting_id = p.meeting_id AND f.paper = p.paper
 WHERE m.meeting_id = :meeting_id AND f.paper = :paper AND f.revision = :revision AND @seesPaper@

-- name: notaryInk
SELECT i.meeting_id, i.author_id, i.audience, i.version, i.paper, i.revision, i.page, i.body, i.removed FROM ink i WHERE i.ink_id = :ink_id

-- name: notaryInkReaders
SELECT r.staff_id FROM ink_reader r WHERE r.ink_id = :ink_id

-- name: notaryPutInk
INSERT INTO ink (ink_id, meeting_id, paper, revision, page, author_id, author_name, body, audience, version, removed, changed_at, mark)
VALUES (:ink_id, :meeting_id, :paper, :revision, :page, :author_id, :author_name, :body, :audience, :version, :removed, :changed_at, :mark)
ON CONFLICT (ink_id) DO UPDATE
   SET paper = excluded.paper, revision = excluded.revision, page = excluded.page, author_name = excluded.author_name, body = excluded.body,
       audience = excluded.audience, version = excluded.version, removed = excluded.removed, changed_at = excluded.changed_at,
       mark = excluded.mark

-- name: notaryInkReader
INSERT INTO ink_reader (ink_id, staff_id) VALUES (:ink_id, :staff_id) ON CONFLICT (ink_id, staff_id) DO NOTHING

-- name: notaryIsMember
SELECT 1 FROM meeting_member s WHERE s.meeting_id = :meeting_id AND s.staff_id = :staff_id

-- name: notaryNobodyThere
DELETE FROM meeting_there WHERE meeting_id = :meeting_id

-- name: notaryThere
INSERT INTO meeting_there (meeting_id, staff_id) VALUES (:meeting_id, :staff_id)

-- name: notarySetAction
INSERT INTO meeting_action (meeting_id, action, item, owner, text, due, done_at, done_by, note)
VALUES (:meeting_id, :action, :item, :owner, :text, :due, :done_at, :done_by, :note)
ON CONFLICT (meeting_id, action) DO UPDATE
   SET owner = excluded.owner, text = excluded.text, due = excluded.due, done_at = excluded.done_at, done_by = excluded.done_by,
       note = excluded.note

-- name: notaryDropAction
DELETE FROM meeting_action WHERE meeting_id = :meeting_id AND action = :action

-- name: notaryForgetLive
DELETE FROM meeting_live WHERE meeting_id = :meeting_id

-- name: notaryForgetSpeakers
DELETE FROM meeting_speaker WHERE meeting_id = :meeting_id

-- name: notaryForgetBallots
DELETE FROM meeting_ballot WHERE meeting_id = :meeting_id

-- name: notarySetLive
INSERT INTO meeting_live (meeting_id, mark, presenter, paper, revision, page, x, y, scrolled, called, called_at, speak_limit, vote, channel)
VALUES (:meeting_id, :mark, :presenter, :paper, :revision, :page, :x, :y, :scrolled, :called, :called_at, :speak_limit, :vote, :channel)
ON CONFLICT (meeting_id) DO UPDATE
   SET mark = excluded.mark, presenter = excluded.presenter, paper = excluded.paper, revision = excluded.revision, page = excluded.page,
       x = excluded.x, y = excluded.y, scrolled = excluded.scrolled, called = excluded.called, called_at = excluded.called_at,
       speak_limit = excluded.speak_limit, vote = excluded.vote

-- name: notarySpeaker
INSERT INTO meeting_speaker (meeting_id, staff_id, asked, began) VALUES (:meeting_id, :staff_id, :asked, :began)

-- name: notaryBallot
INSERT INTO meeting_ballot (meeting_id, vote, staff_id, choice) VALUES (:meeting_id, :vote, :staff_id, :choice)

-- A case as far as it matters whether it has a meeting's minutes; of a drafter, or, for 0, of anybody. What was done to a case ends with
-- the state it came to.
-- name: minutesCase
SELECT c.form, c.title, COALESCE(c.submitted_at, 0),
       CASE WHEN c.state = 4
            THEN COALESCE((SELECT MIN(e.at) FROM event e WHERE e.case_id = c.case_id AND e.effects LIKE :decided), 0)
            ELSE 0 END,
       CASE WHEN EXISTS (SELECT 1 FROM meeting_act a WHERE a.kind = 16 AND a.meeting_id <> :meeting_id AND a.body = :filed)
            THEN 1 ELSE 0 END
  FROM case_file c WHERE c.case_id = :case_id AND CAST(:drafter AS BIGINT) IN (0, c.drafter_id)

-- name: privateInk
SELECT COUNT(*) FROM ink i WHERE i.meeting_id = :meeting_id AND i.audience = 0 AND i.removed = 0

-- Whoever wrote it is told that it is gone.
-- name: notaryDestroyInk
UPDATE ink SET body = '', removed = 1, version = :version, mark = :mark, changed_at = :changed_at
 WHERE meeting_id = :meeting_id AND audience = 0 AND removed = 0

-- name: remoteChangeMeeting (postgresql)
SELECT kessai.change_meeting(CAST(:meeting_id AS BIGINT), CAST(:seq AS INTEGER), CAST(:request_id AS TEXT), CAST(:kind AS INTEGER),
                             CAST(:body AS TEXT), CAST(:pages AS TEXT))

-- name: remoteOpenPaper (postgresql)
SELECT kessai.open_paper(CAST(:meeting_id AS BIGINT), CAST(:paper AS INTEGER), CAST(:revision AS INTEGER))

-- name: remotePutInk (postgresql)
SELECT kessai.put_ink(CAST(:meeting_id AS BIGINT), CAST(:inks AS TEXT))

-- name: remoteMeetingLive (postgresql)
SELECT @liveColumns@ FROM kessai.meeting_live(CAST(:meeting_id AS BIGINT)) v

-- What every door to a running meeting answers.
-- fragment: liveColumns
v.mark, v.seq, v.now, v.presenter, v.paper, v.revision, v.page, v.x, v.y, v.called, v.called_at, v.speakers, v.speak_limit, v.vote,
       v.votes_cast, v.participants, v.my_ballot, v.ballots, v.channel, v.scrolled

-- name: remoteShowPlace (postgresql)
SELECT @liveColumns@
  FROM kessai.show_place(CAST(:meeting_id AS BIGINT), CAST(:paper AS INTEGER), CAST(:revision AS INTEGER), CAST(:page AS INTEGER),
                         CAST(:x AS DOUBLE PRECISION), CAST(:y AS DOUBLE PRECISION), CAST(:scrolled AS DOUBLE PRECISION)) v

-- name: remoteSetPresenter (postgresql)
SELECT @liveColumns@ FROM kessai.set_presenter(CAST(:meeting_id AS BIGINT), CAST(:who AS BIGINT)) v

-- name: remoteCallAll (postgresql)
SELECT @liveColumns@ FROM kessai.call_all(CAST(:meeting_id AS BIGINT)) v

-- name: remoteCastBallot (postgresql)
SELECT @liveColumns@ FROM kessai.cast_ballot(CAST(:meeting_id AS BIGINT), CAST(:vote AS INTEGER), CAST(:choice AS INTEGER)) v

-- name: remoteAskToSpeak (postgresql)
SELECT @liveColumns@ FROM kessai.ask_to_speak(CAST(:meeting_id AS BIGINT), CAST(:wants AS INTEGER) = 1) v

-- name: remoteGiveTheFloor (postgresql)
SELECT @liveColumns@ FROM kessai.give_the_floor(CAST(:meeting_id AS BIGINT), CAST(:who AS BIGINT), CAST(:limit AS INTEGER)) v

-- name: remoteMyActions (postgresql)
SELECT a.meeting_id, a.title, a.day, a.action, a.text, a.due, a.overdue, a.done_at FROM kessai.my_actions() a

-- name: remoteInkEnd (postgresql)
SELECT kessai.ink_end(CAST(:meeting_id AS BIGINT))

-- name: remoteDestroyInk (postgresql)
SELECT kessai.destroy_ink(CAST(:meeting_id AS BIGINT))
