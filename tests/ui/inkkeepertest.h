// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/meetings/meetingchanges.h"
#include "tests/support/meetingoffice.h"
#include "tests/ui/officetest.h"
#include "ui/meetings/inkkeeper.h"

#include <QDirIterator>
#include <QSignalSpy>

#include <algorithm>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// Ink on its way between somebody's pen and the office.
class InkKeeperTest : public OfficeTest {
protected:
    void SetUp() override
    {
        OfficeTest::SetUp();
        id = meet(office, sato, std::nullopt, planned())->id;
        EXPECT_TRUE(meet(office, sato, id, agendaItem(1)));
        EXPECT_TRUE(meet(office, sato, id, paperPut(1, 1)));
    }
    InkLayer &layerOf(StaffId who) { return make<InkLayer>(who, u"佐藤 花"_s, office.clock()); }
    InkKeeper &open(DeskSession &desk_, InkLayer &layer)
    {
        auto &keeper = make<InkKeeper>(desk_);
        keeper.open(meetingOf(office, sato, id).value(), layer);
        settle();
        return keeper;
    }
    static InkShape stroke()
    {
        InkShape shape;
        shape.points = {{0.1F, 0.2F, 1}, {0.3F, 0.2F, 1}};
        return shape;
    }
    static InkShape here(float y = 0.6F)
    {
        InkShape shape = stroke();
        shape.points = {{0.1F, y, 1}, {0.3F, y, 1}};
        return shape;
    }
    /// Another window of the same person makes a stroke wider, so many times.
    void changeElsewhere(const QString &piece, int times)
    {
        const std::vector<Ink> all = inkOf(office, sato, id);
        const auto found = std::ranges::find(all, piece, &Ink::id);
        ASSERT_NE(found, all.end());
        Ink elsewhere = *found;
        elsewhere.base = elsewhere.version;
        elsewhere.version += times;
        elsewhere.shape.width = 5;
        ASSERT_TRUE(meetingDesk(office, sato)->putInk(id, {elsewhere}));
    }
    static InkShape noteOf(const QString &text) { return {InkKind::Note, 1, 1, {{0.5F, 0.5F, 1}}, {}, text}; }
    /// Of the notes the office has.
    QStringList texts()
    {
        QStringList all;
        for (const Ink &ink : inkOf(office, sato, id)) {
            if (!ink.removed)
                all += ink.shape.text;
        }
        all.sort();
        return all;
    }
    /// Another window, which is dead, left this, and its file comes before all others.
    void leaveInDeadWindow(const Ink &ink)
    {
        const auto sealing =
            SealingKey::fromText(keyring.secrets.value(u"offline-papers@"_s + session->kept().owner()));
        ASSERT_TRUE(sealing);
        SealedFolder folder(home.filePath(u"offline/"_s + session->kept().owner()), *sealing);
        ASSERT_TRUE(folder.write(u"unsent-%1-0"_s.arg(id.value()), inkBytes({ink})));
    }
    /// What one window and a dead one made of a piece: the office has another form of it since, which is 5 wide.
    Ink leaveOvertaken()
    {
        InkLayer &layer = layerOf(sato);
        InkKeeper &keeper = open(signIn(sato), layer);
        const QString piece = layer.add({1, 0}, stroke());
        keeper.flush();
        EXPECT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
        Ink here = layer.piece(piece)->ink;
        changeElsewhere(piece, 1);
        here.base = here.version++;
        here.shape.width = 3;
        leaveInDeadWindow(here);
        keeper.close();
        tidy();
        return here;
    }
    void rubOutElsewhere(Ink ink)
    {
        ink.base = ink.version++;
        ink.removed = true;
        ink.shape = {};
        ASSERT_TRUE(meetingDesk(office, sato)->putInk(id, {ink}));
    }
    /// Of the strokes the office has.
    QList<float> widths()
    {
        QList<float> all;
        for (const Ink &ink : inkOf(office, sato, id)) {
            if (!ink.removed)
                all.append(ink.shape.width);
        }
        std::ranges::sort(all);
        return all;
    }
    /// Meetings of which ink lies on this computer that the office does not have.
    qsizetype kept() const
    {
        QDirIterator files(home.path(), {u"unsent-*"_s}, QDir::Files, QDirIterator::Subdirectories);
        qsizetype count = 0;
        while (files.hasNext()) {
            count += QFileInfo(files.next()).fileName().contains(u'.') ? 0 : 1; // else it is being written
        }
        return count;
    }

    /// Lets everything that was to be written to this computer, or taken away, be done.
    void tidy()
    {
        for (int i = 0; i < 3; ++i) { // writing may lead to taking away
            bool isDone = false;
            session->kept().run([](BookShelf &) { return 0; }).then(session.get(), [&isDone](int) { isDone = true; });
            ASSERT_TRUE(wait([&] { return isDone; }));
            settle();
        }
    }

    MeetingId id{0};
};

} // namespace kessai::test
