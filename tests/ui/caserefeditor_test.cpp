// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/caserefeditor.h"

#include <QApplication>
#include <QComboBox>
#include <QCoreApplication>
#include <QFocusEvent>
#include <QJsonObject>
#include <QLineEdit>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace kessai::test {

/// The editor over two commitments; a test answers what the editor asks of the one that is chosen, when and how it likes.
class CaseRefEditorTest : public ::testing::Test {
protected:
    using Asked = std::shared_ptr<QPromise<Result<QJsonObject>>>;

    void SetUp() override
    {
        const FieldDefinition field{u"commitment"_s, FieldKind::CaseRef, {u"負担行為"_s, u"Commitment"_s}, {}};
        FieldOffer offer;
        offer.commitments.find = [this](const QString &typed) {
            words.append(typed);
            std::vector<CaseOffer> found;
            if (typed.isEmpty() || typed == u"照明"_s)
                found.push_back({CaseId(2), u"R8-2"_s, u"照明の修理"_s, std::nullopt});
            if (typed.isEmpty())
                found.push_back({CaseId(1), u"R8-1"_s, u"空調の点検"_s, 5'000});
            if (typed == u"清掃"_s)
                found.push_back({CaseId(3), u"R8-3"_s, u"庁舎の清掃"_s, std::nullopt});
            QPromise<Result<std::vector<CaseOffer>>> promise;
            Answer<Result<std::vector<CaseOffer>>> offers(promise.future());
            promise.start();
            promise.addResult(Result<std::vector<CaseOffer>>(found));
            promise.finish();
            return offers;
        };
        offer.commitments.refer = [this](CaseId id) {
            ids.push_back(id);
            asked.push_back(std::make_shared<QPromise<Result<QJsonObject>>>());
            asked.back()->start();
            return Answer<Result<QJsonObject>>(asked.back()->future());
        };
        editor = std::make_unique<CaseRefEditor>(field, offer.commitments, nullptr);
        turn();
        box = editor->findChild<QComboBox *>();
    }
    static void turn()
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
    static QJsonObject ref(qint64 id)
    {
        return toJson(CaseRef{CaseId(id), u"R8-%1"_s.arg(id), u"件名"_s, u"2026:01-02-01-05-0013-12-01"_s, u"10001"_s})
            .toObject();
    }
    static void answer(const Asked &question, const Result<QJsonObject> &with)
    {
        question->addResult(with);
        question->finish();
        turn();
    }
    void choose(qint64 id)
    {
        box->setCurrentIndex(box->findData(id));
        Q_EMIT box->activated(box->currentIndex());
    }
    void typeIn(const QString &text)
    {
        box->lineEdit()->setText(text);
        Q_EMIT box->lineEdit()->textEdited(text);
    }
    qint64 shown() const { return box->currentData().toLongLong(); }

    QStringList words;
    std::vector<CaseId> ids;
    std::vector<Asked> asked;
    std::unique_ptr<CaseRefEditor> editor;
    QComboBox *box = nullptr;
};

TEST_F(CaseRefEditorTest, SelectsAllOnEntryAndShowsTheNumberOfALongTitle)
{
    editor->resize(140, 40);
    editor->setVisible(true);
    editor->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(editor.get()));
    box->clearFocus();
    choose(1);
    turn();
    EXPECT_EQ(box->lineEdit()->cursorPosition(), 0) << "its beginning is in sight";

    editor->setFocus(Qt::OtherFocusReason);
    turn();

    EXPECT_EQ(box->lineEdit()->selectedText(), box->currentText());
    EXPECT_EQ(box->lineEdit()->cursorPosition(), 0);
    for (const QEvent::Type event : {QEvent::FocusOut, QEvent::FocusIn}) {
        QFocusEvent looksElsewhere(event, Qt::ActiveWindowFocusReason);
        QApplication::sendEvent(box, &looksElsewhere);
        turn();
    }
    EXPECT_EQ(box->lineEdit()->selectedText(), box->currentText()) << "after a look into another window";
    QTest::keyClicks(box->lineEdit(), u"R8-2"_s);
    EXPECT_EQ(box->lineEdit()->text(), u"R8-2"_s) << "typing replaces it";
}

TEST_F(CaseRefEditorTest, IsEmptyWhereTheContentSaysNothing)
{
    editor->setValue(QJsonObject().value(u"commitment"_s));

    EXPECT_TRUE(editor->value().isNull()) << "or the form would begin after it";
}

TEST_F(CaseRefEditorTest, APartOfWhatStandsInTheListChoosesIt)
{
    ASSERT_EQ(box->count(), 3);
    typeIn(u"点検"_s);
    editor->settle();

    EXPECT_EQ(shown(), 1);
    EXPECT_EQ(editor->trouble(), QString());
    ASSERT_EQ(ids, std::vector{CaseId(1)});
    answer(asked[0], ref(1));
    EXPECT_EQ(editor->value(), QJsonValue(ref(1)));

    typeIn(u"宇宙船"_s);
    editor->settle();
    EXPECT_FALSE(editor->trouble().isEmpty());
    EXPECT_TRUE(editor->value().isNull()) << "not the one before";
    editor->setValue({});
    EXPECT_EQ(editor->trouble(), QString());
}

TEST_F(CaseRefEditorTest, WhatIsFoundAfterTheFieldWasLeftIsChosen)
{
    typeIn(u"清掃"_s);
    editor->settle();
    EXPECT_FALSE(editor->trouble().isEmpty()) << "nobody has looked yet";
    for (int i = 0; i < 300 && box->findData(qint64(3)) < 0; ++i) {
        QThread::msleep(10);
        turn();
    }
    EXPECT_EQ(words.last(), u"清掃"_s);
    EXPECT_EQ(shown(), 3);
    EXPECT_EQ(editor->trouble(), QString());
    ASSERT_EQ(ids, std::vector{CaseId(3)});
}

TEST_F(CaseRefEditorTest, HasNoValueUntilTheAnswerIsThereAndDropsALateOne)
{
    QSignalSpy edited(editor.get(), &FieldEditor::edited);
    choose(1);
    answer(asked[0], ref(1));
    ASSERT_EQ(editor->value(), QJsonValue(ref(1)));
    EXPECT_EQ(edited.count(), 2);

    choose(2);
    EXPECT_TRUE(editor->value().isNull()) << "what was chosen before is not submitted in its place";
    EXPECT_EQ(edited.count(), 3);
    choose(1);
    answer(asked[1], ref(2));
    EXPECT_TRUE(editor->value().isNull()) << "an answer to an earlier question";
    answer(asked[2], ref(1));
    EXPECT_EQ(editor->value(), QJsonValue(ref(1)));

    choose(2);
    editor->setValue(QJsonValue(ref(1)));
    answer(asked[3], ref(2));
    EXPECT_EQ(editor->value(), QJsonValue(ref(1)));
    EXPECT_EQ(shown(), 1);

    choose(2);
    choose(0);
    answer(asked[4], ref(2));
    EXPECT_TRUE(editor->value().isNull()) << "nothing was chosen in the end";
    EXPECT_EQ(shown(), 0);
}

TEST_F(CaseRefEditorTest, GoesBackToTheOneBeforeWhereAnotherIsRefused)
{
    choose(1);
    answer(asked[0], ref(1));
    choose(2);
    answer(asked[1], fail(ErrorCode::Invalid, u"no commitment that stands"_s));

    EXPECT_EQ(editor->value(), QJsonValue(ref(1)));
    EXPECT_EQ(shown(), 1);
}

} // namespace kessai::test
