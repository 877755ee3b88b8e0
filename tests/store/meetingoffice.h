// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textfold.h"
#include "tests/core/meetings/meetingchanges.h"
#include "tests/store/hand.h"

#include <QUuid>

namespace kessai::test {

/// A meeting of a small office. 佐藤 is the secretary, 加藤 and 関 are members, 財前 is asked for a paper and no member, 福田 is the auditor, 芝 has
/// nothing to do with it. Item 2 is hidden from 関.
class MeetingOffice : public OnBothDatabases {
protected:
    MeetingStore &at(StaffId who) { return office.as(who).meetings(); }

    Result<MeetingRecord> act(StaffId who, const MeetingChange &change)
    {
        const int seen = id ? int(read(people.sato).acts.size()) : 0;
        return at(who).change(id, seen, freshRequestId(), change);
    }
    void done(StaffId who, const MeetingChange &change)
    {
        const auto changed = act(who, change);
        ASSERT_TRUE(fine(changed)) << change.index();
        id = changed->id;
    }
    /// Puts bytes in place as a paper.
    PutPaper paper(StaffId who, int no, int item, int revision = 1, const QString &text = QStringLiteral("当初予算案"))
    {
        PutPaper put = paperPut(no, item, revision);
        const auto file =
            Hand(office, who).upload(QStringLiteral("資料%1-%2.pdf").arg(no).arg(revision), bytesOf(no, revision));
        EXPECT_TRUE(fine(file));
        put.file = file ? *file : Attachment();
        put.pages = paperPages(3, foldText(text));
        return put;
    }
    static QByteArray bytesOf(int no, int revision)
    {
        return "paper " + QByteArray::number(no) + "." + QByteArray::number(revision);
    }
    static QByteArray digestOf(int no, int revision = 1) { return sha256Hex(bytesOf(no, revision)); }

    MeetingRecord read(StaffId who)
    {
        const auto record = at(who).meeting(*id);
        EXPECT_TRUE(fine(record));
        return record ? *record : MeetingRecord();
    }
    Meeting meeting(StaffId who)
    {
        const MeetingRecord record = read(who);
        const Meeting folded = foldMeeting(record.id, record.acts);
        EXPECT_FALSE(folded.damaged);
        return folded;
    }
    std::optional<MeetingRow> row(StaffId who, const QDate &from = QDate(2026, 1, 1))
    {
        const auto rows = at(who).meetings(from);
        EXPECT_TRUE(fine(rows));
        for (const MeetingRow &one : rows ? *rows : std::vector<MeetingRow>()) {
            if (one.id == id)
                return one;
        }
        return {};
    }
    std::vector<int> found(StaffId who, const QString &words)
    {
        const auto hits = at(who).findInPapers(words, 100);
        EXPECT_TRUE(fine(hits));
        std::vector<int> papers;
        for (const MeetingHit &hit : hits ? *hits : std::vector<MeetingHit>()) {
            if (hit.page == 0)
                papers.push_back(hit.paper);
        }
        return papers;
    }
    /// Papers somebody has opened, as the secretary is told.
    int openedBy(StaffId who)
    {
        const auto opened = at(people.sato).opened(*id);
        EXPECT_TRUE(fine(opened));
        return opened ? int(std::ranges::count(*opened, who, &PaperOpened::who)) : 0;
    }
    bool readsChunk(StaffId who, int paper, int revision = 1)
    {
        const auto chunk = office.as(who).blobs().chunk(digestOf(paper, revision), 0);
        EXPECT_TRUE(chunk ? *chunk == bytesOf(paper, revision) : chunk.error().code == ErrorCode::NotFound);
        return chunk.ok();
    }

    /// The meeting of the head of this file, in preparation.
    void prepare()
    {
        done(people.sato, planned());
        done(people.sato, invitation());
        done(people.sato, agendaItem(1));
        done(people.sato, agendaItem(2, QStringLiteral("人事について")));
        done(people.sato, paper(people.sato, 1, 1));
        done(people.sato, paper(people.sato, 2, 2, 1, QStringLiteral("昇任者の一覧")));
        done(people.sato, AskPaper{3, 1, QStringLiteral("財政課の資料"), people.zaizen, QDate(2026, 11, 30)});
        done(people.sato, HideItem{2, {people.seki}});
    }
    InviteMembers invitation() const
    {
        return {{{people.sato, MeetingRole::Secretary, {}},
                 {people.kato, MeetingRole::Chair, QStringLiteral("総務課")},
                 {people.seki, MeetingRole::Member, QStringLiteral("総務課")}}};
    }
    void publish()
    {
        prepare();
        done(people.sato, SetState{MeetingState::Published});
    }

    static Ink note(const QString &text, int paper = 1, InkAudience audience = InkAudience::Private,
                    std::vector<StaffId> readers = {})
    {
        Ink ink;
        ink.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        ink.paper = paper;
        ink.page = 1;
        ink.shape.kind = InkKind::Note;
        ink.shape.points = {{0.5F, 0.25F, 1}};
        ink.shape.text = text;
        ink.audience = audience;
        ink.readers = std::move(readers);
        return ink;
    }
    QStringList notes(StaffId who, qint64 since = 0)
    {
        const auto read = at(who).ink(*id, since);
        EXPECT_TRUE(fine(read));
        QStringList texts;
        for (const Ink &ink : read ? read->inks : std::vector<Ink>())
            texts.append(ink.removed ? QStringLiteral("(gone)") : ink.shape.text);
        texts.sort();
        return texts;
    }
    qint64 mark(StaffId who) { return at(who).ink(*id, 0)->mark; }

    std::optional<MeetingId> id;
};

} // namespace kessai::test
