// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/answer.h"
#include "ui/accounting/budgetmodel.h"
#include "ui/accounting/paymentcard.h"
#include "ui/accounting/paymentpage.h"
#include "ui/accounting/paymentpresenter.h"
#include "ui/accounting/sourcecard.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/print/paymentsheet.h"
#include "ui/shell/desksession.h"
#include "ui/widgets/quietbanner.h"
#include "ui/wording.h"

#include <QPrinter>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <utility>

// What the accounting section does at its page.

namespace kessai {

namespace {

/// The first day from `day` on, and not before today, on which banks work.
QDate bankDayFrom(QDate day, const PaymentSheet &sheet)
{
    day = std::max(day, sheet.today);
    for (int i = 0; i < 31 && !sheet.holidays.isDuty(day); ++i)
        day = day.addDays(1);
    return day;
}

/// Who wrote the newest file of a batch.
std::optional<StaffId> writerOf(const PaymentBatch &batch)
{
    std::optional<StaffId> writer;
    for (const PaymentAct &act : batch.acts) {
        if (act.kind == PaymentAct::Kind::Exported || act.kind == PaymentAct::Kind::ReExported)
            writer = act.by;
    }
    return writer;
}

} // namespace

void PaymentPage::ask(const QString &title, const QString &sentence, const QString &button, bool reason,
                      std::function<void(const QString &)> then)
{
    m_source->hide();
    m_then = std::move(then);
    m_question->ask({title, sentence, button, reason, {}});
}

/// What was refused, in the words of payments.
QString PaymentPage::faultText(const Error &error) const
{
    const auto named = std::find_if(m_preparing.begin(), m_preparing.end(), [&error](const PaymentDue &one) {
        return QString::number(one.id.value()) == error.detail;
    });
    const QString which =
        named == m_preparing.end() ? QString() : QString(named->number + QLatin1Char(' ') + named->payee->name);
    if (error.refusal == Refusal::PeriodInvalid)
        return tr(
            "Nothing is written or paid for a day that is over, and nothing confirmed before its day. Give the batch "
            "up and make another.");
    if (error.refusal == Refusal::PartTaken && !which.isEmpty())
        return tr("You registered the new account of %1 yourself: a colleague makes the batch.").arg(which);
    if (error.refusal == Refusal::PartTaken)
        return wroteItText();
    if (error.refusal == Refusal::NotPayable && !which.isEmpty())
        return tr("%1 is paid already, or may not be paid now. Read the list again: it shows why.").arg(which);
    return errorText(error).both();
}

/// Why whoever wrote the newest file of a batch does not give it up, and what else can be done.
QString PaymentPage::wroteItText()
{
    return tr(
        "You wrote the file of this batch yourself: a colleague gives it up, once the bank has answered that it does "
        "not carry it out. Where nobody else is there, the administrator gives the role of accounting to another "
        "post.");
}

/// Everything at this place that may be paid, once each case has been replayed.
void PaymentPage::prepare()
{
    m_preparing.clear();
    std::vector<CaseId> cases;
    for (const PaymentDue &one : dueAt(m_sheet, *place())) {
        if (staysOut(one, std::max(place()->day, m_sheet.today)))
            continue;
        m_preparing.push_back(one);
        cases.push_back(one.id);
    }
    const bool transfers =
        std::any_of(m_preparing.begin(), m_preparing.end(), [](const PaymentDue &one) { return one.transfer; });
    if (m_preparing.empty()) {
        m_banner->say(BannerKind::Warning, tr("Nothing of this may be paid. The last column says why."));
        return;
    }
    if (transfers && !m_sheet.source) {
        m_banner->say(BannerKind::Warning, tr("Register the account the city pays from first."));
        m_source->edit({});
        return;
    }
    m_then = [this](const QString &) { make(); };
    m_question->ask({tr("Prepare the transfer"), tr("Each case is replayed before it is paid."),
                     tr("Make it and save the file"), false, bankDayFrom(place()->day, m_sheet)});
    m_question->setReady(false);
    m_presenter->check(cases);
}

/// What to look at again of one that goes into a batch: money that may have gone out before, and an account that is another.
QStringList PaymentPage::cautions(const PaymentDue &due)
{
    QStringList notes;
    if (due.givenUp.isValid())
        notes.append(tr("Look again: %1 %2 was in a file for %3 that was given up. Make sure that the bank did not "
                        "carry it out.")
                         .arg(due.number, due.payee->name, longDay(due.givenUp)));
    if (due.cameBack)
        notes.append(tr("Look again: %1 %2 was in the file for %3 and came back. Make sure that the money is with the "
                        "city again.")
                         .arg(due.number, due.payee->name, longDay(due.cameFrom)));
    if (accountMoved(due))
        notes.append(tr("Look again: %1 %2 is paid to an account registered after the decision.")
                         .arg(due.number, due.payee->name));
    return notes;
}

void PaymentPage::showPrepared(const std::vector<CaseId> &damaged)
{
    QStringList notes; // what may be paid twice first
    QStringList out;
    const QDate day = std::max(place()->day, m_sheet.today);
    for (const PaymentDue &one : dueAt(m_sheet, *place())) {
        const bool broken = std::find(damaged.begin(), damaged.end(), one.id) != damaged.end();
        if (const auto why = broken ? std::optional(StaysOut::Damaged) : staysOut(one, day))
            out.append(tr("Stays out: %1 %2 (%3)")
                           .arg(one.number, one.payee ? one.payee->name : one.title,
                                staysOutText(*why).text(englishWording())));
        else
            notes += cautions(one);
    }
    std::erase_if(m_preparing, [&damaged](const PaymentDue &one) {
        return std::find(damaged.begin(), damaged.end(), one.id) != damaged.end();
    });
    qint64 sum = 0;
    int transfers = 0;
    for (const PaymentDue &one : m_preparing) {
        sum += one.amount.amount();
        transfers += one.transfer;
    }
    const int cash = int(m_preparing.size()) - transfers;
    QString sentence =
        tr("%n payment(s)", nullptr, int(m_preparing.size())) + QStringLiteral("　") + tr("%1 yen").arg(budgetYen(sum));
    if (cash > 0)
        sentence += QStringLiteral("　") + tr("%n of it in cash at the counter", nullptr, cash);
    m_question->setSentence(sentence);
    m_question->setNotes(notes + out);
    checkDay();
}

void PaymentPage::checkDay()
{
    const auto day = m_question->day();
    QString problem;
    if (!day || *day < m_sheet.today)
        problem = tr("Choose today or a day after it.");
    else if (!m_sheet.holidays.isDuty(*day))
        problem = tr("Banks do not work on that day.");
    else if (std::any_of(m_preparing.begin(), m_preparing.end(), [&](const PaymentDue &one) { return one.day > *day; }))
        problem = tr("Some of it is to be paid only later.");
    else if (std::any_of(m_preparing.begin(), m_preparing.end(),
                         [&](const PaymentDue &one) { return staysOut(one, *day).has_value(); }))
        problem = tr("Some of it may not be paid any more on that day: books are closed after 31 May, and payees are "
                     "registered until a day.");
    m_question->complain(problem);
    m_question->setReady(problem.isEmpty() && !m_presenter->checking() && !m_preparing.empty());
}

void PaymentPage::make()
{
    MakeBatch change{*m_question->day(), {}};
    for (const PaymentDue &one : m_preparing)
        change.entries.push_back({one.id, one.known->revision});
    m_writeNext = true;
    m_presenter->change(change, tr("A batch of %n payment(s) is made.", nullptr, int(change.entries.size())));
}

void PaymentPage::askPath(PaymentBatch made, const QString &reason)
{
    const QString path = dialogs().askSavePath(
        this, tr("Save the bank's file"),
        QStringLiteral("furikomi-%1-%2.txt").arg(made.day.toString(QStringLiteral("yyyyMMdd"))).arg(made.id.value()));
    if (!path.isEmpty())
        m_presenter->write(made, path, reason, tr("The bank's file is written: %1").arg(path));
}

void PaymentPage::writeAgain()
{
    ask(tr("Write the bank's file again"),
        tr("The same bytes are written. That it was done, by whom and why is kept with the batch."),
        tr("Write it again"), true, [this](const QString &reason) {
            if (const PaymentBatch *made = batch())
                askPath(*made, reason);
        });
}

void PaymentPage::confirmPaid()
{
    const PaymentBatch &made = *batch();
    if (made.day > m_sheet.today) {
        m_banner->say(BannerKind::Warning, tr("It can be confirmed on its day, %1.").arg(longDay(made.day)));
        return;
    }
    const auto &back = m_returning[made.id];
    qint64 sum = 0;
    int count = 0;
    for (const PaymentLine &line : made.lines) {
        if (line.returned || back.contains(line.no))
            continue;
        ++count;
        sum += line.amount.amount();
    }
    QString sentence = tr("%n payment(s)", nullptr, count) + QStringLiteral("　") + tr("%1 yen").arg(budgetYen(sum));
    if (!back.empty())
        sentence += QStringLiteral("　") + tr("%n came back", nullptr, int(back.size()));
    ask(tr("All of it was paid"), sentence, tr("It was paid"), false, [this](const QString &) {
        const PaymentBatch *now = batch();
        if (!now)
            return;
        ConfirmBatch change{now->id, {}};
        for (const auto &[no, why] : m_returning[now->id])
            change.returned.push_back({no, why});
        m_presenter->change(change, tr("The payments of %1 are confirmed.").arg(longDay(now->day)));
    });
}

/// Before the confirmation a line is only marked, and after it recorded at once.
void PaymentPage::markReturned()
{
    const QModelIndex at = m_rowView->currentIndex();
    const PaymentBatch *made = batch();
    if (!made || !at.isValid() || !m_return->isVisible() || !m_return->isEnabled())
        return;
    const PaymentRow row = m_rows->rows()[size_t(at.row())];
    if (m_returning[made->id].erase(row.no) > 0) { // marked by mistake
        m_rows->setBatch(*made, m_returning[made->id]);
        m_rowView->selectRow(at.row());
        Q_EMIT recorded(tr("The mark is taken off %1.").arg(row.number));
        return;
    }
    ask(tr("Came back from the bank"),
        tr("%1 %2: %3 yen. It is to be paid again in another batch.")
            .arg(row.number, row.payee, budgetYen(row.amount.amount())),
        tr("It came back"), true, [this, no = row.no, line = at.row()](const QString &reason) {
            const PaymentBatch *now = batch();
            if (!now)
                return;
            if (now->state == BatchState::Paid) {
                m_presenter->change(ReturnPayments{now->id, {{no, reason}}}, tr("One payment came back."));
                return;
            }
            m_returning[now->id][no] = reason;
            m_question->hide();
            m_rows->setBatch(*now, m_returning[now->id]);
            m_rowView->selectRow(line);
            m_rowView->setFocus(Qt::OtherFocusReason);
        });
}

void PaymentPage::discard()
{
    const PaymentBatch *shown = batch();
    const bool written = shown && shown->state == BatchState::Exported;
    if (written && writerOf(*shown) == m_session.info().me.id) {
        m_banner->say(BannerKind::Information, wroteItText());
        return;
    }
    ask(tr("Give the batch up"),
        written
            ? tr("Its file was written: make sure that the bank does not carry it out. Somebody else than who wrote it "
                 "gives it up; its payments are to be made in another batch.")
            : tr("No file was written of it. Its payments are to be made in another batch."),
        tr("Give it up"), true, [this](const QString &reason) {
            if (const PaymentBatch *made = batch())
                m_presenter->change(DiscardBatch{made->id, reason}, tr("The batch is given up."));
        });
}

void PaymentPage::print()
{
    const PaymentPlace *shown = place();
    if (!shown)
        return;
    PaymentPaper paper{m_session.info().officeName, placeName(), m_rows->rows()};
    if (const PaymentBatch *made = batch(); made && !made->acts.empty()) {
        paper.acts = made->acts;
        paper.hash = made->acts.back().hash;
    }
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    if (!dialogs().askPrinter(this, *printer))
        return;
    onPool([printer, paper] { return printPayments(paper, *printer); }).then(this, [this](const Result<> &printed) {
        if (printed)
            Q_EMIT recorded(tr("The list went to the printer."));
        else
            m_banner->say(BannerKind::Error, tr("The printer did not answer; nothing was printed."));
    });
}

} // namespace kessai
