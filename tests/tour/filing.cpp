// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "core/calendar/era.h"
#include "tests/tour/tour.h"
#include "ui/cases/casepanel.h"
#include "ui/shell/desksession.h"
#include "ui/shell/officepage.h"
#include "ui/theme/controls.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/routestrip.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPdfWriter>
#include <QProgressBar>

namespace kessai::tour {

namespace {

/// A page to attach, as somebody else would have sent it.
bool writeNotice(const QString &path)
{
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(300);
    QPainter painter(&writer);
    if (!painter.isActive())
        return false;
    const auto line = [&painter](int y, double points, const QString &text, int flags = Qt::AlignLeft) {
        QFont font(QStringLiteral("BIZ UDGothic"));
        font.setPointSizeF(points);
        painter.setFont(font);
        painter.drawText(QRect(200, y, 2000, 200), flags, text);
    };
    line(200, 11, QStringLiteral("人 第１８２号"), Qt::AlignRight);
    line(500, 18, QStringLiteral("年末調整事務の実施について（通知）"), Qt::AlignHCenter);
    line(850, 11, QStringLiteral("各課（室）長　様"));
    line(1000, 11, QStringLiteral("人事課長"), Qt::AlignRight);
    line(1300, 11, QStringLiteral("　標記について、下記のとおり実施しますので、各課において申告書の"));
    line(1400, 11, QStringLiteral("取りまとめ及び確認をお願いします。"));
    line(1700, 11, QStringLiteral("記"), Qt::AlignHCenter);
    line(1900, 11, QStringLiteral("１　提出期限　　１２月４日（金）"));
    line(2050, 11, QStringLiteral("２　提出書類　　扶養控除等申告書、保険料控除申告書ほか"));
    line(2200, 11, QStringLiteral("３　確認の方法　二人で読み合わせること"));
    return true;
}

} // namespace

QDate Tour::nextSaturday() const
{
    const QDate today = m_window->session()->info().today;
    return today.addDays(today.dayOfWeek() == 7 ? 6 : 6 - today.dayOfWeek() + (today.dayOfWeek() == 6 ? 7 : 0));
}

QDate Tour::freeDuty(const QDate &from, int days)
{
    constexpr int kMostMonths = 4;
    int found = 0;
    QDate month(from.year(), from.month(), 1), last;
    for (int i = 0; i < kMostMonths && m_stage.ok(); ++i, month = month.addMonths(1)) {
        const auto asked = m_window->session()->desk().ask([month](Desk &desk) { return desk.month(month); });
        m_stage.waitFor(QStringLiteral("the own month"), [&asked] { return asked.isFinished(); });
        if (!m_stage.ok() || !asked.result())
            break;
        for (const MonthDay &day : asked.result()->days) {
            if (day.day < from || (last.isValid() && day.day <= last))
                continue; // a month is drawn in whole weeks, so that some days stand in two
            last = day.day;
            found = day.kind == DayKind::Duty && day.items.empty() ? found + 1 : 0;
            if (found == days)
                return day.day.addDays(1 - days);
        }
    }
    m_stage.fail(QStringLiteral("%1 days of duty in a row with nothing on them").arg(days));
    return from;
}

void Tour::fileMainCase()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Filing overtime for a day off"));
    m_stage.click(QStringLiteral("newButton"));
    m_stage.settle();
    m_stage.type(QStringLiteral("残業"));
    m_stage.press(Qt::Key_Return);
    m_stage.find<QWidget>(QStringLiteral("composePage"));
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("empty-form"));

    const Order order{
        nextSaturday(),
        QStringLiteral("9:00"),
        QStringLiteral("15:30"),
        QStringLiteral("1:00"),
        QStringLiteral("年末調整の申告書の確認とシステム入力"),
        QStringLiteral("deadline"),
        QStringLiteral("提出期限の12月4日までに全職員分の確認を終えるには、開庁日だけでは足りないため。")};
    showLiveCheck(order);
    fill(order);
    readRoute();
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("form-filled"));
    attachNotice();
    showReasons();

    if (atServer() && m_stage.ok()) {
        // The approvers sit at other desks, with windows of their own.
        for (const Person &approver : m_findings.approvers)
            signIn(approver);
        signIn(m_findings.clerk);
    }
    m_case = submit();
    if (!m_stage.ok())
        return;
    m_findings.caseNumber = shown()->record.number;
    m_findings.formTitle = shown()->definition.printTitle.ja;
    m_stage.say(QStringLiteral("Submitted as %1").arg(m_findings.caseNumber));
    m_stage.picture(QStringLiteral("submitted"));
}

/// Something wrong first: the form says so while it is typed.
void Tour::showLiveCheck(const Order &order)
{
    m_stage.fill(QStringLiteral("field_day"), QStringLiteral("%1/%2").arg(order.day.month()).arg(order.day.day()));
    m_stage.fill(QStringLiteral("field_start"), order.start);
    m_stage.fill(QStringLiteral("field_end"), QStringLiteral("8:30"));
    m_stage.waitFor(QStringLiteral("the form says that the end lies before the start"), [this] {
        const auto *end = m_window->findChild<QWidget *>(QStringLiteral("field_end"));
        return end && isInvalid(end);
    });
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("live-check"));
}

void Tour::fill(const Order &order)
{
    m_stage.fill(QStringLiteral("field_day"), QStringLiteral("%1/%2").arg(order.day.month()).arg(order.day.day()));
    m_stage.fill(QStringLiteral("field_start"), order.start);
    m_stage.fill(QStringLiteral("field_end"), order.end);
    m_stage.fill(QStringLiteral("field_break"), order.rest);
    m_stage.fill(QStringLiteral("field_work_item"), order.work);
    chooseEntry(QStringLiteral("field_reason_kind"), order.reasonKind);
    m_stage.fill(QStringLiteral("field_reason"), order.reason);
    m_stage.settle(600); // the live check rests until the typing does
}

void Tour::chooseEntry(const QString &name, const QString &code)
{
    auto *box = m_stage.find<QComboBox>(name);
    m_stage.focus(name);
    m_stage.press(Qt::Key_Home);
    for (int i = 0; i < 60 && m_stage.ok() && box->currentData().toString() != code; ++i)
        m_stage.press(Qt::Key_Down);
    if (box && box->currentData().toString() != code)
        m_stage.fail(QStringLiteral("\"%1\" among the choices of %2").arg(code, name));
}

/// Takes from the route that is shown who will be asked.
void Tour::readRoute()
{
    auto *route = m_stage.find<RouteStrip>(QStringLiteral("composeRoute"));
    m_stage.waitFor(QStringLiteral("a route of a review and a decision"),
                    [route] { return route->steps().size() >= 3; });
    if (!m_stage.ok())
        return;
    m_findings.approvers.clear();
    for (size_t i = 1; i < route->steps().size(); ++i) {
        const RouteStepView &step = route->steps()[i];
        if (step.reason.isEmpty())
            m_stage.fail(QStringLiteral("a reason for step %1 of the route").arg(i));
        // Circulation follows the decision; the main job ends with that.
        if (m_findings.approvers.size() < 2 && step.seats.size() == 1)
            m_findings.approvers.push_back(holderOf(step.seats.front().post, step.seats.front().name));
    }
    for (const Person &person : m_findings.approvers)
        m_stage.say(QStringLiteral("The route asks %1 (%2)").arg(person.name, person.post));
    if (m_findings.approvers.size() != 2 || m_findings.approvers.front().login.isEmpty()
        || m_findings.approvers.back().login.isEmpty())
        m_stage.fail(QStringLiteral("two named approvers on the route"));
}

void Tour::showReasons()
{
    m_stage.focus(QStringLiteral("composeRoute"));
    m_stage.press(Qt::Key_Right);
    m_stage.press(Qt::Key_Right);
    m_stage.press(Qt::Key_Return);
    const QList<QLabel *> reasons = m_window->findChildren<QLabel *>(QStringLiteral("stepReason"));
    if (reasons.size() < 2
        || std::any_of(reasons.begin(), reasons.end(), [](const QLabel *one) { return one->text().isEmpty(); }))
        m_stage.fail(QStringLiteral("a reason beside the form for every step of the route"));
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("route-reason"));
}

void Tour::attachNotice()
{
    const QString name = QStringLiteral("年末調整事務の通知.pdf");
    const QString path = m_scratch.filePath(name);
    if (!writeNotice(path)) {
        m_stage.fail(QStringLiteral("a page to attach can be written to %1").arg(path));
        return;
    }
    m_stage.drop(QStringLiteral("composePage"), {path});
    auto *page = m_stage.find<QWidget>(QStringLiteral("composePage"));
    m_stage.waitFor(QStringLiteral("the dropped file is stored"), [page, &name] {
        const QList<QProgressBar *> running = page->findChildren<QProgressBar *>();
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        return running.isEmpty() && std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
                   return label->isVisible() && label->text().contains(name);
               });
    });
}

/// With the keyboard, from wherever the focus is in the form.
CaseId Tour::submit(const QString &from)
{
    m_stage.settle(600);
    m_stage.focus(from);
    m_stage.press(Qt::Key_Return, Qt::ControlModifier);
    m_stage.waitFor(QStringLiteral("the request is submitted and shown among the own ones"), [this] {
        const CasePanel *panel = m_window->officePage()->cases()->panel();
        return panel->isVisible() && shown() && panel->currentCase() == shown()->record.id
            && shown()->verified.state.state == CaseState::Running && shown()->mine && shown()->acts.withdraw;
    });
    waitForList(QStringLiteral("own"));
    m_stage.settle(300);
    return shown() ? shown()->record.id : CaseId(0);
}

CaseId Tour::fileShort(const Order &order)
{
    goTo(QStringLiteral("new:overtime"));
    m_stage.settle(400);
    fill(order);
    return submit();
}

} // namespace kessai::tour
