// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/paymentmodel.h"

#include "core/calendar/era.h"
#include "ui/accounting/budgetmodel.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QLocale>

#include <algorithm>

namespace kessai {

namespace {

Qt::Alignment besideNumbers(bool number)
{
    return (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QString shortDay(const QDate &day)
{
    return englishWording() ? day.toString(QStringLiteral("ddd d MMM"))
                            : QLocale(QLocale::Japanese).toString(day, QStringLiteral("M月d日（ddd）"));
}

PaymentPlace placeOf(const PaymentBatch &batch)
{
    return {.batch = batch.id,
            .day = batch.day,
            .count = qint64(batch.lines.size()),
            .sum = batch.sum(),
            .state = batch.state};
}

bool isOpen(const PaymentPlace &place)
{
    return place.batch && place.state < BatchState::Paid;
}

} // namespace

QString batchWord(BatchState state)
{
    switch (state) {
    case BatchState::Made: return PaymentPlaceModel::tr("Not written");
    case BatchState::Exported: return PaymentPlaceModel::tr("Written");
    case BatchState::Paid: return PaymentPlaceModel::tr("Paid");
    case BatchState::Discarded: return PaymentPlaceModel::tr("Given up");
    }
    return {};
}

QString briefAccount(const BankAccount &account)
{
    const QString bank = QStringList{account.bankName, account.branchName}.join(QLatin1Char(' ')).trimmed();
    return (bank.isEmpty() ? account.bank + QLatin1Char('-') + account.branch : bank) + QStringLiteral(" …")
        + account.number.right(4);
}

std::vector<PaymentDue> dueAt(const PaymentSheet &sheet, const PaymentPlace &place)
{
    std::vector<PaymentDue> due;
    for (const PaymentDue &one : sheet.due) {
        if (!place.batch && (place.until ? one.day <= place.day : one.day == place.day))
            due.push_back(one);
    }
    return due;
}

std::vector<PaymentPlace> paymentPlaces(const PaymentSheet &sheet)
{
    std::vector<PaymentPlace> places;
    for (const PaymentDue &one : sheet.due) {
        const QDate day = std::max(one.day, sheet.today);
        if (places.empty() || places.back().day != day)
            places.push_back({.day = day, .until = day == sheet.today});
        PaymentPlace &place = places.back();
        ++place.count;
        place.sum = Yen(place.sum.amount() + std::max<qint64>(0, one.amount.amount()));
        place.overdue += one.day < sheet.today;
    }
    std::vector<PaymentPlace> batches;
    std::vector<PaymentPlace> late;
    for (const PaymentBatch &batch : sheet.batches) {
        PaymentPlace place = placeOf(batch);
        place.late = isOpen(place) && place.day < sheet.today;
        (place.late ? late : batches).push_back(place);
    }
    std::stable_sort(late.begin(), late.end(),
                     [](const PaymentPlace &a, const PaymentPlace &b) { return a.day < b.day; });
    places.insert(places.begin() + (!places.empty() && places.front().until ? 1 : 0), late.begin(), late.end());
    std::stable_sort(batches.begin(), batches.end(), [](const PaymentPlace &a, const PaymentPlace &b) {
        if (isOpen(a) != isOpen(b))
            return isOpen(a);
        return isOpen(a) ? a.day < b.day : a.day > b.day;
    });
    places.insert(places.end(), batches.begin(), batches.end());
    return places;
}

void PaymentPlaceModel::setPlaces(std::vector<PaymentPlace> places)
{
    beginResetModel();
    m_places = std::move(places);
    endResetModel();
}

int PaymentPlaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_places.size());
}

int PaymentPlaceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PaymentPlaceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_places.size())
        return {};
    const PaymentPlace &place = m_places[size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(besideNumbers(index.column() == Count || index.column() == Amount));
    if (role == Qt::ForegroundRole && place.batch && !isOpen(place))
        return tokens()[Token::Text2];
    if (index.column() == State && (place.overdue > 0 || place.late)) {
        if (role == Qt::DecorationRole)
            return icon(QStringLiteral("alert-triangle"), Token::WarnText);
        if (role == Qt::ForegroundRole)
            return tokens()[Token::WarnText];
    }
    if (index.column() == State && role == Qt::DecorationRole && place.batch)
        return icon(place.state == BatchState::Paid ? QStringLiteral("circle-check") : QStringLiteral("hourglass"),
                    place.state == BatchState::Paid ? Token::SuccessText : Token::Text2);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Day: return place.until ? tr("Until today") : shortDay(place.day);
    case Count: return tr("%n payment(s)", "count", int(place.count));
    case Amount: return budgetYen(place.sum.amount());
    case State:
        return place.late       ? tr("Not confirmed")
            : place.batch       ? batchWord(place.state)
            : place.overdue > 0 ? tr("%n overdue", nullptr, int(place.overdue))
                                : tr("To be paid");
    default: return {};
    }
}

QVariant PaymentPlaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(besideNumbers(section == Count || section == Amount));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Day: return tr("Day of payment");
    case Count: return tr("Count");
    case Amount: return tr("Yen");
    case State: return tr("State");
    default: return {};
    }
}

void PaymentRowModel::setDue(const std::vector<PaymentDue> &due, const QDate &today)
{
    beginResetModel();
    m_rows.clear();
    for (const PaymentDue &one : due) {
        PaymentRow row{.id = one.id,
                       .number = one.number,
                       .title = one.title,
                       .payee = one.payee ? one.payee->name : QString(),
                       .account = !one.transfer ? tr("In cash")
                           : one.known          ? briefAccount(one.known->account)
                                                : QString(),
                       .section = one.section,
                       .amount = one.amount,
                       .day = one.day};
        if (const auto why = staysOut(one, today)) {
            row.state = staysOutText(*why).text(englishWording());
            row.icon = QStringLiteral("alert-triangle");
            row.tone = Token::DangerText;
        } else {
            row.payable = true;
            QStringList notes;
            QStringList brief;
            if (one.givenUp.isValid()) {
                notes += tr("Was in a file for %1 that was given up").arg(shortDay(one.givenUp));
                brief += tr("Given up", "a file a payment was in");
            }
            if (one.cameBack) {
                notes += tr("Came back from the file for %1, to be paid again").arg(shortDay(one.cameFrom));
                brief += tr("Came back", "a payment from the bank");
            }
            if (accountMoved(one)) {
                notes += tr("Account changed since");
                brief += tr("New account");
            }
            if (notes.isEmpty() && one.day < today)
                notes += tr("Since %1").arg(shortDay(one.day));
            row.state = notes.isEmpty() ? tr("To be paid") : notes.join(QStringLiteral(" ・ "));
            row.brief = brief.join(QStringLiteral(" ・ "));
            if (!notes.isEmpty()) {
                row.icon = QStringLiteral("alert-triangle");
                row.tone = Token::WarnText;
            }
        }
        m_rows.push_back(std::move(row));
    }
    endResetModel();
}

void PaymentRowModel::setBatch(const PaymentBatch &batch, const std::map<int, QString> &returning)
{
    beginResetModel();
    m_rows.clear();
    for (const PaymentLine &line : batch.lines) {
        const auto marked = returning.find(line.no);
        const bool back = line.returned || marked != returning.end();
        const QString why = line.returned ? *line.returned : back ? marked->second : QString();
        const bool given = batch.state == BatchState::Discarded;
        m_rows.push_back(
            {.id = line.id,
             .no = line.no,
             .number = line.number,
             .title = line.title,
             .payee = line.name,
             .account = line.transfer ? briefAccount(line.account) : tr("In cash"),
             .section = line.section,
             .amount = line.amount,
             .day = batch.day,
             .state = given || !back ? batchWord(batch.state)
                 : line.returned     ? tr("Came back: %1").arg(why)
                                     : tr("Came back: %1 (recorded once the batch is confirmed)").arg(why),
             .icon = back && !given                ? QStringLiteral("corner-up-left")
                 : batch.state == BatchState::Paid ? QStringLiteral("circle-check")
                                                   : QString(),
             .tone = back && !given                ? Token::WarnText
                 : batch.state == BatchState::Paid ? Token::SuccessText
                                                   : Token::Text,
             .returnable = !line.returned && (batch.state == BatchState::Exported || batch.state == BatchState::Paid)});
    }
    endResetModel();
}

Sheet PaymentRowModel::sheet(const QString &title) const
{
    Sheet sheet{title,
                {{tr("Number"), 14},
                 {tr("Payee"), 30},
                 {tr("Yen"), 14},
                 {tr("Account"), 30},
                 {tr("Section"), 20},
                 {tr("Subject"), 40},
                 {tr("Day of payment"), 14},
                 {tr("State"), 24}},
                {}};
    for (const PaymentRow &row : m_rows)
        sheet.rows.push_back({row.number, row.payee, row.amount, row.account, row.section, row.title,
                              row.day.isValid() ? Sheet::Cell(row.day) : Sheet::Cell(), row.state});
    return sheet;
}

int PaymentRowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PaymentRowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PaymentRowModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_rows.size())
        return {};
    const PaymentRow &row = m_rows[size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(besideNumbers(index.column() == Amount));
    if (role == Qt::ToolTipRole)
        return index.column() == State ? row.state : row.title;
    if (role == Qt::AccessibleTextRole && index.column() == State)
        return row.state;
    if (index.column() == State && role == Qt::DecorationRole && !row.icon.isEmpty())
        return icon(row.icon, row.tone);
    if (index.column() == State && role == Qt::ForegroundRole)
        return tokens()[row.tone];
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Payee: return row.payee;
    case Amount: return budgetYen(row.amount.amount());
    case Account: return row.account;
    case SectionName: return row.section;
    case Number: return row.number;
    case State: return row.brief.isEmpty() ? row.state : row.brief;
    default: return {};
    }
}

QVariant PaymentRowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(besideNumbers(section == Amount));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Payee: return tr("Payee");
    case Amount: return tr("Yen");
    case Account: return tr("Account");
    case SectionName: return tr("Section");
    case Number: return tr("Number");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace kessai
