// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/payeepicker.h"

#include "tests/support/payees.h"
#include "tests/ui/trialwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// The picker of a form, at a real desk over a trial office that pays two.
class PayeePickerTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        Payee other = somePayee(u"13"_s);
        other.name = u"協和食堂"_s;
        other.kana = u"キョウワショクドウ"_s;
        ASSERT_TRUE(fine(
            office.as(people.shiba).payees().changePayees(ImportPayees{{somePayee(u"12"_s), other}, u"saiken.csv"_s})));
        FieldDefinition field{u"payee"_s, FieldKind::Payee, {u"債権者"_s, u"Payee"_s}, {}};
        m_editor.reset(makeFieldEditor(field,
                                       {.office = session->info().office,
                                        .today = session->info().today,
                                        .findPayees =
                                            [this](const QString &typed) {
                                                ++m_asked;
                                                return session->desk().ask(
                                                    [typed](Desk &of) { return of.findPayees(typed); });
                                            }},
                                       nullptr));
        m_edit = m_editor->findChild<QLineEdit *>(u"field_payee"_s);
        ASSERT_NE(m_edit, nullptr);
        m_editor->resize(500, 60);
        m_editor->show();
        m_edit->setFocus();
        QApplication::setActiveWindow(m_editor.get());
    }
    void TearDown() override
    {
        m_editor.reset();
        TrialWindow::TearDown();
    }
    QAbstractItemView *list()
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            auto *view = qobject_cast<QAbstractItemView *>(top);
            if (view && view->isVisible())
                return view;
        }
        return nullptr;
    }
    bool says(const QString &text)
    {
        const auto labels = m_editor->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }

    std::unique_ptr<FieldEditor> m_editor;
    QLineEdit *m_edit = nullptr;
    int m_asked = 0;
};

TEST_F(PayeePickerTest, FindsWhileOneTypesAndIsChosenByKeyboard)
{
    QSignalSpy edited(m_editor.get(), &FieldEditor::edited);
    QTest::keyClicks(m_edit, u"12"_s);
    EXPECT_EQ(m_asked, 0) << "not before typing rests";
    ASSERT_TRUE(wait([this] { return list() != nullptr; }));
    EXPECT_EQ(m_asked, 1) << "once for both keys";

    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Return);

    EXPECT_EQ(m_editor->value().toObject(), PayeeRef::of(knownPayee()).toJson());
    EXPECT_EQ(m_edit->text(), u"株式会社協和"_s);
    EXPECT_TRUE(says(u"…5678"_s));
    EXPECT_FALSE(says(u"0345678"_s)) << "nobody learns an account";
    EXPECT_GE(edited.count(), 3);
}

TEST_F(PayeePickerTest, WhatIsTypedAndNotChosenIsNoPayee)
{
    m_editor->setValue(PayeeRef::of(knownPayee()).toJson());
    EXPECT_EQ(m_editor->value().toObject(), PayeeRef::of(knownPayee()).toJson());
    EXPECT_EQ(m_edit->text(), u"株式会社協和"_s);

    m_edit->selectAll();
    QTest::keyClicks(m_edit, u"zzz"_s);

    EXPECT_EQ(m_editor->value(), QJsonValue(u"zzz"_s));
    EXPECT_TRUE(
        wait([this] { return says(PayeePicker::tr("No payee is found. The accounting section registers them.")); }));
    m_edit->clear();
    QTest::keyClicks(m_edit, u" "_s);
    EXPECT_TRUE(m_editor->value().isNull());
}

TEST_F(PayeePickerTest, AnAnswerToWhatWasTypedBeforeIsForgotten)
{
    QTest::keyClicks(m_edit, u"12"_s);
    ASSERT_TRUE(wait([this] { return m_asked == 1; }));
    m_editor->setValue({}); // the form is filled with something else meanwhile
    settle();

    EXPECT_EQ(list(), nullptr);
    EXPECT_TRUE(m_editor->value().isNull());
}

} // namespace kessai::test
