// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "forms/catalog.h"
#include "tests/tour/tour.h"
#include "tests/tour/vouchers.h"
#include "ui/examination/proofpane.h"
#include "ui/examination/queuemodel.h"
#include "ui/examination/voucherpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/tray/bulkpanel.h"

#include <QLabel>
#include <QListWidget>
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
bool Tour::beginExamining(int vouchers, bool wrong)
{
    if (!m_stage.ok())
        return false;
    const SystemClock clock;
    const auto catalog = makeCatalog();
    VoucherMaker maker(m_composition.door(), *catalog, clock, m_plan.office);
    if (wrong)
        maker.mistake();
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

/// Whoever of the others may approves the first of these and returns the rest.
void Tour::beQuicker(const std::vector<CaseId> &ids)
{
    const SystemClock clock;
    const auto catalog = makeCatalog();
    const auto people = m_composition.door().people(m_plan.office);
    for (const kessai::Person &one : people ? *people : std::vector<kessai::Person>()) {
        if (one.login == me().login || (!m_plan.clerk.isEmpty() && one.login != m_plan.clerk))
            continue;
        auto store = m_composition.door().open({m_plan.office, one.id, {}, {}});
        if (!store)
            continue;
        Desk desk(std::move(store).value(), *catalog, clock);
        bool done = desk.start().ok();
        for (const CaseId id : ids) {
            const auto view = done ? desk.open(id) : fail(ErrorCode::NotFound);
            const Act act = id == ids.front()
                ? Act(Approve{std::nullopt, {}})
                : Act(Return{std::nullopt, std::nullopt, QStringLiteral("その他：請求書の差替え")});
            done = done && view
                && desk.act(id, view->verified.state.seq, QStringLiteral("quicker-%1").arg(id.value()), act).ok();
        }
        if (done)
            return;
    }
    m_stage.fail(QStringLiteral("a colleague to be quicker"));
}

bool Tour::runBulk(int vouchers)
{
    m_stage.say(QStringLiteral("Making %1 vouchers").arg(vouchers));
    openFirst();
    if (!beginExamining(vouchers, true))
        return false;
    const auto *table = m_stage.find<QTableView>(QStringLiteral("queueTable"));
    const auto *queue = qobject_cast<const QueueModel *>(table->model());
    m_stage.fill(QStringLiteral("queueSearch"), QStringLiteral("消耗品（"));
    m_stage.waitFor(QStringLiteral("those that were made, and no others"),
                    [&] { return int(queue->waiting().size()) == vouchers; });
    m_stage.focus(QStringLiteral("queueTable"));
    QElapsedTimer since;
    since.start();
    m_stage.press(Qt::Key_A, Qt::ControlModifier);
    const auto *bulk =
        m_stage.window()->findChild<QWidget *>(QStringLiteral("examinationPage"))->findChild<BulkPanel *>();
    m_stage.waitFor(
        QStringLiteral("all that was chosen is looked through"), [bulk] { return bulk && bulk->ready(); },
        kAllLookedThrough * 3);
    const qint64 looked = since.restart();
    m_stage.picture(QStringLiteral("bulk-looked-through"));
    const std::vector<CaseId> waiting = queue->waiting();
    m_stage.click(QStringLiteral("bulkTickUnread"));
    m_stage.picture(QStringLiteral("bulk-ticked"));
    if (!m_stage.ok() || waiting.size() < 4)
        return false;
    beQuicker({waiting[waiting.size() / 2], waiting.back()});
    m_stage.click(QStringLiteral("bulkApproveButton"));
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("bulk-asked"));
    since.restart();
    m_stage.press(Qt::Key_Return);
    m_stage.waitFor(
        QStringLiteral("all of it approved"), [bulk] { return !bulk->running(); }, kAllLookedThrough);
    const qint64 approved = since.elapsed();
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("bulk-done"));
    int explained = 0;
    const auto *list = m_stage.find<QListWidget>(QStringLiteral("bulkList"));
    for (int i = 0; list && i < list->count(); ++i)
        explained += list->item(i)->text().count(QLatin1Char('\n')) > 3 || list->item(i)->checkState() == Qt::Unchecked;
    m_stage.say(QStringLiteral("%1 chosen, %2 of them explained: looked through in %3 s, approved in %4 s")
                    .arg(vouchers)
                    .arg(explained)
                    .arg(double(looked) / 1000, 0, 'f', 1)
                    .arg(double(approved) / 1000, 0, 'f', 1));
    if (explained != 3)
        m_stage.fail(QStringLiteral("those that were no good explained, and no others"));
    return m_stage.ok();
}

} // namespace kessai::tour
