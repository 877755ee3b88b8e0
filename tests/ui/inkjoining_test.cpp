// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inklayertest.h"

namespace kessai::test {

// What an InkLayer does about versions that others, or other programs of the same person, wrote of its pieces.

TEST(InkLayer, SaysOfWhichStoredVersionItWasChanged)
{
    Writing writing;
    const QString id = writing.layer.add(kFirst, strokeOf({{0.1, 0.1}, {0.2, 0.2}}));
    EXPECT_EQ(writing.layer.unsent().front().base, 0);
    writing.layer.acknowledge(writing.layer.unsent());
    InkShape wider = writing.only().shape;
    for (const float width : {4.0F, 5.0F}) {
        wider.width = width;
        writing.layer.rewrite(id, wider);
        EXPECT_EQ(writing.layer.unsent().front().base, 1) << "changed twice, it is made of the same";
    }
    const std::vector<Ink> sent = writing.layer.unsent();
    wider.width = 6;
    writing.layer.rewrite(id, wider);

    writing.layer.acknowledge(sent);

    ASSERT_EQ(writing.layer.unsent().size(), 1u);
    EXPECT_EQ(writing.layer.unsent().front().base, sent.front().version);
    writing.layer.undo();
    EXPECT_EQ(writing.layer.unsent().front().base, sent.front().version);
}

TEST(InkLayer, PutsBesideWhatWasChangedAtTwoComputers)
{
    for (const auto &[here, there] : {std::pair(2, 1), std::pair(1, 2), std::pair(1, 1)}) {
        Writing writing;
        const QString id = writing.layer.add(kFirst, strokeOf({{0.1, 0.1}, {0.2, 0.2}}));
        writing.layer.acknowledge(writing.layer.unsent());
        const Ink first = writing.only();
        InkJoining joining;
        QObject::connect(&writing.layer, &InkLayer::inkJoined, &writing.layer,
                         [&](const InkJoining &joined) { joining = joined; });
        InkShape mine = first.shape;
        for (int i = 0; i < here; ++i) {
            mine.width = 5.0F + float(i);
            writing.layer.rewrite(id, mine);
        }

        writing.layer.take({storedAs(first, 1 + there, 9)});

        EXPECT_EQ(writing.layer.piece(id)->ink.shape.width, 9) << "what is stored stays";
        ASSERT_EQ(writing.layer.unsent().size(), 1u);
        const Ink beside = writing.layer.unsent().front();
        EXPECT_NE(beside.id, id);
        EXPECT_EQ(beside.shape.width, mine.width);
        EXPECT_EQ(beside.audience, InkAudience::Private);
        EXPECT_EQ(joining.beside, 1);
        ASSERT_EQ(joining.settled.size(), 1u);
        EXPECT_EQ(joining.settled.front().version, 1 + here);
        EXPECT_EQ(writing.layer.all().size(), 2u);
    }
}

TEST(InkLayer, RubsOutNothingThatWasChangedElsewhere)
{
    Writing writing;
    const QString id = writing.layer.add(kFirst, strokeOf({{0.1, 0.1}, {0.2, 0.2}}));
    writing.layer.acknowledge(writing.layer.unsent());
    const Ink first = writing.only();
    InkJoining joining;
    QObject::connect(&writing.layer, &InkLayer::inkJoined, &writing.layer,
                     [&](const InkJoining &joined) { joining = joined; });

    writing.layer.remove(id);
    writing.layer.take({storedAs(first, 2, 9)});

    EXPECT_EQ(writing.only().shape.width, 9);
    EXPECT_TRUE(writing.layer.unsent().empty());
    EXPECT_EQ(joining.restored, 1);

    InkShape mine = writing.only().shape;
    mine.width = 3;
    writing.layer.rewrite(id, mine);
    Ink gone = storedAs(first, 3, 0);
    gone.removed = true;
    gone.shape = {};
    writing.layer.take({gone});

    EXPECT_FALSE(writing.layer.piece(id));
    EXPECT_EQ(writing.only().shape.width, 3) << "rubbed out elsewhere, changed here";
}

TEST(InkLayer, LetsLieUnderThePenWhatComesMeanwhile)
{
    Writing writing;
    const QString id = writing.layer.add(kFirst, strokeOf({{0.1, 0.1}, {0.2, 0.2}}));
    writing.layer.acknowledge(writing.layer.unsent());
    const Ink first = writing.only();
    InkShape mine = first.shape;

    writing.layer.beginStep();
    mine.width = 3;
    writing.layer.rewrite(id, mine);
    writing.layer.take({storedAs(first, 2, 9)});
    EXPECT_EQ(writing.layer.piece(id)->ink.shape.width, 3);
    mine.width = 4;
    writing.layer.rewrite(id, mine);
    writing.layer.endStep();

    EXPECT_EQ(writing.layer.piece(id)->ink.shape.width, 9);
    ASSERT_EQ(writing.layer.unsent().size(), 1u);
    EXPECT_EQ(writing.layer.unsent().front().shape.width, 4);
}

TEST(InkLayer, WritesNoNoteOverOneThatChangedWhileItWasOpen)
{
    Writing writing;
    const InkShape note{InkKind::Note, 0, 1, {{0.5F, 0.5F, 1}}, {}, QStringLiteral("元")};
    const QString id = writing.layer.add(kFirst, note);
    writing.layer.acknowledge(writing.layer.unsent());
    const InkShape opened = writing.only().shape;
    Ink elsewhere = writing.only();
    elsewhere.version = 2;
    elsewhere.shape.text = QStringLiteral("出先で");
    writing.layer.take({elsewhere});
    InkShape written = opened;
    written.text = QStringLiteral("役場で");

    writing.layer.rewrite(id, written, opened);

    EXPECT_EQ(writing.layer.piece(id)->ink.shape.text, QStringLiteral("出先で"));
    ASSERT_EQ(writing.layer.unsent().size(), 1u);
    EXPECT_EQ(writing.layer.unsent().front().shape.text, QStringLiteral("役場で"));
}

TEST(InkLayer, KnowsWhatItSentWhereTheAnswerWasLost)
{
    Writing writing;
    const QString id = writing.layer.add(kFirst, strokeOf({{0.1, 0.1}, {0.2, 0.2}}));
    writing.layer.acknowledge(writing.layer.unsent());
    InkShape mine = writing.only().shape;
    mine.width = 5;
    writing.layer.rewrite(id, mine);
    writing.layer.send(writing.layer.unsent());
    const Ink arrived = writing.only();
    mine.width = 6;
    writing.layer.rewrite(id, mine);

    writing.layer.take({storedAs(arrived, arrived.version, 5)});

    ASSERT_EQ(writing.layer.unsent().size(), 1u);
    EXPECT_EQ(writing.layer.unsent().front().id, id);
    EXPECT_EQ(writing.layer.unsent().front().base, arrived.version);
    EXPECT_EQ(writing.only().shape.width, 6);
}

TEST(InkLayer, LeavesWhatIsUnderThePenWhereAnotherFormOfItIsFound)
{
    Writing writing;
    const QString id = writing.shown();
    Ink kept = writing.only();
    kept.base = kept.version++;
    kept.shape.width = 9;
    InkShape wider = writing.only().shape;
    wider.width = 4;

    writing.layer.beginStep();
    writing.layer.rewrite(id, wider);
    writing.layer.hold({kept});
    EXPECT_EQ(writing.only().shape.width, 4);
    writing.layer.endStep();

    EXPECT_EQ(writing.layer.piece(id)->ink.shape.width, 4);
    EXPECT_EQ(writing.layer.on(kFirst).size(), 2u) << "and the other form of it lies beside it";
}

} // namespace kessai::test
