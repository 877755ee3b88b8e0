// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"
#include "tests/support/payees.h"
#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/quietbanner.h"

#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// 支払 in the window, by keys, at a real desk over a trial office.
class PaymentPageTest : public TrialWindow {
protected:
    void SetUp() override
    {
        // A memo that pays: it names whom, and how.
        ASSERT_EQ(office.problem(), QString());
        for (const char *field : {R"({"key":"payee","kind":"payee","label":{"ja":"債権者","en":"Payee"}})",
                                  R"({"key":"pay_method","kind":"text","label":{"ja":"方法","en":"Way"}})"})
            ASSERT_TRUE(fine(office.tamper(
                u"UPDATE form_revision SET definition = json_insert(definition, '$.fields[#]', json('%1'))"_s.arg(
                    QString::fromUtf8(field)))));
        TrialWindow::SetUp();
        m_answers.savePath = m_folder.filePath(u"furikomi.txt"_s);
        ASSERT_TRUE(
            fine(office.as(people.shiba).payees().changePayees(RegisterPayee{somePayee(u"12"_s), u"登録票"_s})));
    }
    void TearDown() override
    {
        m_window.reset();
        TrialWindow::TearDown();
    }
    void openFor(StaffId who)
    {
        m_window.reset();
        beginSession(who);
        m_window = std::make_unique<OfficePage>(*session);
        m_window->resize(1366, 768);
        m_window->show();
        m_window->goTo(u"payments"_s);
        settle();
    }
    void registerSource()
    {
        ASSERT_TRUE(fine(office.as(people.shiba)
                             .payments()
                             .changePayments(SetSource{{u"1234567890"_s, somePayee(u"1"_s).account}, 0})));
    }
    QString saidOnTop()
    {
        for (const QuietBanner *banner : m_window->findChild<QWidget *>(u"paymentPage"_s)
                                             ->findChildren<QuietBanner *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (banner->isVisible())
                return banner->text();
        }
        return {};
    }
    CaseId decided(qint64 amount, const QString &method = u"transfer"_s)
    {
        QJsonObject fields = moving(u"budget.payment"_s, budgetLine(kStationery, SectionId(0)).account(), amount);
        fields.insert(u"payee"_s, PayeeRef::of(knownPayee()).toJson());
        fields.insert(u"pay_method"_s, method);
        fields.insert(u"orders"_s, true);
        const auto id = Hand(office, people.sato).file(fields);
        EXPECT_TRUE(fine(id));
        for (const StaffId who : {people.suzuki, people.kato, people.bando, people.shiga})
            EXPECT_TRUE(fine(Hand(office, who).approve(*id)));
        return *id;
    }
    template <class W>
    W *find(const char *name)
    {
        W *found = m_window->findChild<QWidget *>(u"paymentPage"_s)->findChild<W *>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QString placeCell(int column, int row = 0)
    {
        return find<QTableView>("paymentPlaces")->model()->index(row, column).data().toString();
    }
    QString rowCell(int column, int row = 0)
    {
        return find<QTableView>("paymentRows")->model()->index(row, column).data().toString();
    }
    void key(const char *where, Qt::Key which, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(find<QWidget>(where), which, with);
        settleAll();
    }
    /// Enter, repeated by a key that is still held.
    void hold(const char *where)
    {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        QCoreApplication::sendEvent(find<QWidget>(where), &held);
        settleAll();
    }
    /// The office wakes up on that day, and somebody opens its window.
    void wakeOn(const QDate &day, StaffId who)
    {
        const Instant now = office.clock().now();
        office.clock().set(Instant(now.microseconds() + now.day().daysTo(day) * 86'400'000'000));
        openFor(who);
    }
    /// The first day from today on, on which banks work.
    QDate bankDay()
    {
        QDate day = office.clock().now().day();
        while (!office.configuration().parameters.holidays().isDuty(day))
            day = day.addDays(1);
        return day;
    }
    /// The window on the day of the batch, which is today where banks work today.
    void wakeOnItsDay() { wakeOn(batch().day, people.shiba); }
    void writeTheFile()
    {
        key("paymentPlaces", Qt::Key_Return);
        key("confirmPayment", Qt::Key_Return);
    }
    size_t batchCount() { return office.as(people.shiba).payments().batches(QDate(2000, 1, 1))->size(); }
    bool fileThere() { return !QDir(m_folder.path()).isEmpty(QDir::Files | QDir::Hidden); }
    void settleAll()
    {
        for (int i = 0; i < 4; ++i) {
            settle();
            pool().waitForDone();
        }
        settle();
    }
    PaymentBatch batch()
    {
        const auto batches = office.as(people.shiba).payments().batches(QDate(2000, 1, 1));
        EXPECT_TRUE(fine(batches) && !batches->empty());
        return batches && !batches->empty() ? batches->back() : PaymentBatch();
    }

    AnsweredDialogs m_answers;
    QTemporaryDir m_folder;
    std::unique_ptr<OfficePage> m_window;
};

} // namespace kessai::test
