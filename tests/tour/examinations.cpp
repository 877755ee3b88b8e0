// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "forms/catalog.h"
#include "tests/tour/tour.h"
#include "tests/tour/vouchers.h"
#include "ui/examination/proofpane.h"
#include "ui/examination/voucherpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/tray/bulkpanel.h"

#include <QLabel>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>

namespace kessai::tour {

namespace {

constexpr int kFewVouchers = 8;
constexpr int kComingVouchers = 2;
constexpr int kAllLookedThrough = 180'000; ///< milliseconds, of a desk full of vouchers

} // namespace

/// Brings vouchers before whoever examines, and signs them in there.
bool Tour::beginExamining(int vouchers)
{
    if (!m_stage.ok())
        return false;
    const SystemClock clock;
    const auto catalog = makeCatalog();
    VoucherMaker maker(m_composition.door(), *catalog, clock, m_plan.office);
    if (!maker.make(vouchers, kComingVouchers) || !maker.examiner()) {
        m_stage.fail(QStringLiteral("vouchers to examine (%1)").arg(maker.error()));
        return false;
    }
    const auto people = m_composition.door().people(m_plan.office);
    for (const kessai::Person &one : people ? *people : std::vector<kessai::Person>()) {
        if (one.id == *maker.examiner())
            signIn({one.login, one.name, {}});
    }
    goTo(QStringLiteral("examination"));
    const auto *table = m_stage.find<QTableView>(QStringLiteral("queueTable"));
    m_stage.waitFor(QStringLiteral("the vouchers in the queue"),
                    [&] { return table && table->model()->rowCount() > vouchers; });
    m_stage.settle(200);
    return m_stage.ok();
}

/// The voucher in sight has its items, its papers and the first place.
bool Tour::voucherThere(const QString &before) const
{
    const auto *number = m_stage.window()->findChild<QLabel *>(QStringLiteral("voucherNumber"));
    const auto *pane = m_stage.window()->findChild<VoucherPane *>(QStringLiteral("voucherPane"));
    return number && pane && number->isVisible() && !number->text().isEmpty() && number->text() != before
        && pane->unticked() > 0 && pane->proof()->settled();
}

/// 会計審査: the queue, one voucher beside its invoice, a return, several at once.
void Tour::seeExamination()
{
    if (!atServer() && beginExamining(kFewVouchers)) // a trial office alone lets one be anybody
        showExamination();
}

void Tour::showExamination()
{
    m_stage.say(QStringLiteral("Examining as %1").arg(me().name));
    m_stage.picture(QStringLiteral("examination-queue"));
    m_stage.focus(QStringLiteral("queueTable"));
    m_stage.press(Qt::Key_Return);
    m_stage.waitFor(QStringLiteral("a voucher beside its proof"), [this] { return voucherThere({}); });
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("examination-voucher"));
    for (int i = 0; i < 5; ++i) {
        m_stage.press(Qt::Key_Space);
        m_stage.settle(150);
    }
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("examination-ticked"));
    m_stage.press(Qt::Key_Return, Qt::ControlModifier);
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("examination-unticked-warning"));
    m_stage.click(QStringLiteral("returnVoucher"));
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("examination-return"));
    const QString before = m_stage.find<QLabel>(QStringLiteral("voucherNumber"))->text();
    m_stage.press(Qt::Key_Down);
    m_stage.press(Qt::Key_Return, Qt::ControlModifier);
    m_stage.waitFor(QStringLiteral("the next voucher"), [&] { return voucherThere(before); });
    m_stage.press(Qt::Key_Escape);
    m_stage.settle(300);
    // A payment lies beside the papers of its commitment too.
    const auto *table = m_stage.find<QTableView>(QStringLiteral("queueTable"));
    m_stage.fill(QStringLiteral("queueSearch"), QStringLiteral("支出命令（"));
    m_stage.settle(600);
    if (m_stage.ok() && table->model()->rowCount() > 1) {
        m_stage.focus(QStringLiteral("queueTable"));
        m_stage.press(Qt::Key_Home);
        m_stage.press(Qt::Key_Down);
        m_stage.press(Qt::Key_Return);
        m_stage.waitFor(QStringLiteral("a payment beside its proof"), [this] { return voucherThere({}); });
        m_stage.press(Qt::Key_Tab, Qt::ControlModifier);
        m_stage.settle(500);
        m_stage.picture(QStringLiteral("examination-payment"));
        m_stage.press(Qt::Key_Escape);
        m_stage.settle(300);
    }
    m_stage.fill(QStringLiteral("queueSearch"), {});
    m_stage.settle(600);
    m_stage.focus(QStringLiteral("queueTable"));
    m_stage.press(Qt::Key_A, Qt::ControlModifier);
    m_stage.waitFor(
        QStringLiteral("all that was chosen is looked through"),
        [this] {
            const auto *bulk =
                m_stage.window()->findChild<QWidget *>(QStringLiteral("examinationPage"))->findChild<BulkPanel *>();
            return bulk && bulk->ready();
        },
        kAllLookedThrough);
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("examination-several"));
}

/// A session of so many vouchers with the keyboard alone; how long each took the window, in milliseconds.
bool Tour::runExamination(int vouchers)
{
    m_stage.say(QStringLiteral("Making %1 vouchers").arg(vouchers));
    openFirst();
    if (!beginExamining(vouchers + 1))
        return false;
    showExamination(); // returns one of them
    goTo(QStringLiteral("examination"));
    m_stage.settle(500);
    m_stage.focus(QStringLiteral("queueTable"));
    QElapsedTimer since;
    std::vector<qint64> times;
    std::vector<qint64> opening;
    int ticks = 0;
    QString before;
    m_stage.press(Qt::Key_Home);
    m_stage.click(QStringLiteral("startExamining"));
    for (int i = 0; i < vouchers && m_stage.ok(); ++i) {
        since.start();
        m_stage.waitFor(QStringLiteral("voucher %1").arg(i + 1), [&] { return voucherThere(before); });
        opening.push_back(since.elapsed());
        const auto *pane = m_stage.find<VoucherPane>(QStringLiteral("voucherPane"));
        before = m_stage.find<QLabel>(QStringLiteral("voucherNumber"))->text();
        while (pane->unticked() > 0 && m_stage.ok()) {
            const int left = pane->unticked();
            m_stage.waitFor(QStringLiteral("the place in the proof"), [&] { return pane->proof()->settled(); });
            m_stage.press(Qt::Key_Space);
            m_stage.waitFor(QStringLiteral("the tick"), [&] { return pane->unticked() < left; });
            ++ticks;
        }
        m_stage.press(Qt::Key_Return, Qt::ControlModifier);
        m_stage.waitFor(QStringLiteral("the next voucher"), [&] {
            const auto *number = m_stage.window()->findChild<QLabel *>(QStringLiteral("voucherNumber"));
            return !number->isVisible() || number->text() != before;
        });
        times.push_back(since.elapsed());
    }
    if (!m_stage.ok())
        return false;
    std::sort(times.begin(), times.end());
    std::sort(opening.begin(), opening.end());
    const auto at = [](const std::vector<qint64> &values, size_t percent) {
        return values[(values.size() - 1) * percent / 100];
    };
    m_stage.say(
        QStringLiteral("%1 vouchers, %2 ticks: a voucher takes the window %3 ms (median), %4 ms (95 %), %5 ms at most; "
                       "until it stands beside its proof %6 ms (median), %7 ms at most")
            .arg(vouchers)
            .arg(ticks)
            .arg(at(times, 50))
            .arg(at(times, 95))
            .arg(times.back())
            .arg(at(opening, 50))
            .arg(opening.back()));
    return true;
}

} // namespace kessai::tour
