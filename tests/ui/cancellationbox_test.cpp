// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/cancellationbox.h"

#include "ui/formview/dateedit.h"

#include <QLabel>
#include <QLineEdit>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

/// A decided leave from Tuesday to Friday, as its cancellation begins.
QJsonObject weekOff()
{
    return cancelling({{QStringLiteral("from"), QStringLiteral("2026-12-01")},
                       {QStringLiteral("until"), QStringLiteral("2026-12-04")}},
                      {CaseId(5), QStringLiteral("R8-1"), 1, QStringLiteral("出勤")});
}

FormDefinition leaveLike()
{
    FormDefinition definition;
    definition.dayField = QStringLiteral("from");
    definition.lastDayField = QStringLiteral("until");
    return definition;
}

struct Told {
    explicit Told(CancellationBox &box)
    {
        QObject::connect(&box, &CancellationBox::edited, &box,
                         [this](const Cancellation &cancellation) { last = cancellation; });
    }
    std::optional<Cancellation> last;
};

void enterDay(CancellationBox &box, const char *name, const QString &text)
{
    auto *line = box.findChild<DateEdit *>(QLatin1String(name))->findChild<QLineEdit *>();
    line->setText(text);
    Q_EMIT line->textEdited(text);
    Q_EMIT line->editingFinished();
}

} // namespace

TEST(CancellationBox, AsksWhichDaysOfSeveralAreTakenBack)
{
    CancellationBox box(QDate(2026, 11, 24));
    Told told(box);
    box.setContent(weekOff(), leaveLike());

    ASSERT_FALSE(box.findChild<DateEdit *>(QStringLiteral("cancelledFrom"))->parentWidget()->isHidden());
    EXPECT_EQ(box.findChild<DateEdit *>(QStringLiteral("cancelledUntil"))->date(), QDate(2026, 12, 4));
    enterDay(box, "cancelledFrom", QStringLiteral("2026-12-03"));
    ASSERT_TRUE(told.last);
    EXPECT_EQ(told.last->days, (DayRange{QDate(2026, 12, 3), QDate(2026, 12, 4)}));
    EXPECT_EQ(told.last->reason, QStringLiteral("出勤"));

    enterDay(box, "cancelledFrom", QStringLiteral("2026-12-01"));
    EXPECT_FALSE(told.last->days) << "all of it is a plain cancellation";
    told.last->days = DayRange{QDate(2026, 12, 2), QDate(2026, 12, 2)};
    box.setContent(cancelling(weekOff(), *told.last), leaveLike());
    EXPECT_EQ(box.findChild<DateEdit *>(QStringLiteral("cancelledUntil"))->date(), QDate(2026, 12, 2));
}

TEST(CancellationBox, KeepsTheReasonAndSaysWhatIsWrongWhileTheDaysAreNoPeriod)
{
    CancellationBox box(QDate(2026, 11, 24));
    Told told(box);
    EXPECT_EQ(box.trouble(), QString()) << "nothing is cancelled yet";
    box.setContent(weekOff(), leaveLike());
    EXPECT_EQ(box.trouble(), QString());
    enterDay(box, "cancelledFrom", QStringLiteral("2026-12-03"));

    for (const QString &text : {QStringLiteral("あした?"), QString(), QStringLiteral("2026-12-07")}) {
        enterDay(box, "cancelledFrom", text);
        EXPECT_FALSE(box.trouble().isEmpty()) << text.toStdString();
        auto *reason = box.findChild<QLineEdit *>(QStringLiteral("cancellationReason"));
        reason->setText(QStringLiteral("会議のため ") + text);
        Q_EMIT reason->textEdited(reason->text());
        ASSERT_TRUE(told.last);
        EXPECT_EQ(told.last->reason, reason->text()) << "what is typed is not lost";
        EXPECT_EQ(told.last->days, (DayRange{QDate(2026, 12, 3), QDate(2026, 12, 4)})) << "the last that were a period";
    }

    enterDay(box, "cancelledUntil", QStringLiteral("2026-12-08"));
    EXPECT_EQ(box.trouble(), QString());
    EXPECT_EQ(told.last->days, (DayRange{QDate(2026, 12, 7), QDate(2026, 12, 8)}));
    box.setContent({}, leaveLike());
    EXPECT_EQ(box.trouble(), QString());
}

TEST(CancellationBox, SaysWhichDaysWereTakenBackBeforeAndKeepsThem)
{
    CancellationBox box(QDate(2026, 11, 24));
    Told told(box);
    Cancellation rest = *cancellationIn(weekOff());
    rest.before = {{QDate(2026, 12, 2), QDate(2026, 12, 2)}};
    const auto *before = box.findChild<QLabel *>(QStringLiteral("cancelledBefore"));
    box.setContent(weekOff(), leaveLike());
    EXPECT_TRUE(before->isHidden());

    box.setContent(cancelling(weekOff(), rest), leaveLike());

    EXPECT_FALSE(before->isHidden());
    EXPECT_TRUE(before->text().contains(QStringLiteral("2026-12-02"))) << before->text().toStdString();
    enterDay(box, "cancelledFrom", QStringLiteral("2026-12-03"));
    ASSERT_TRUE(told.last);
    EXPECT_EQ(told.last->before, rest.before);
}

TEST(CancellationBox, AsksForTheReasonAloneOfWhatLastsADay)
{
    CancellationBox box(QDate(2026, 11, 24));
    Told told(box);
    QJsonObject day = weekOff();
    day.remove(QStringLiteral("until"));
    box.setContent(day, leaveLike());

    EXPECT_TRUE(box.findChild<DateEdit *>(QStringLiteral("cancelledFrom"))->parentWidget()->isHidden());
    auto *reason = box.findChild<QLineEdit *>(QStringLiteral("cancellationReason"));
    reason->setText(QStringLiteral("出勤!"));
    Q_EMIT reason->textEdited(reason->text());
    ASSERT_TRUE(told.last);
    EXPECT_EQ(told.last->reason, QStringLiteral("出勤!"));
    EXPECT_FALSE(told.last->days);
    box.setContent({}, leaveLike());
    EXPECT_TRUE(box.isHidden()) << "no cancellation";
}

} // namespace kessai::test
