// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/queuemodel.h"

#include "core/base/searchwords.h"
#include "core/base/textfold.h"
#include "core/calendar/era.h"
#include "ui/examination/checklist.h"
#include "ui/wording.h"

#include <QLocale>

#include <algorithm>

namespace kessai {

namespace {

QString yen(qint64 amount)
{
    return QLocale(QLocale::Japanese).toString(amount);
}

QString shortDay(const std::optional<QDate> &day)
{
    if (!day)
        return {};
    return englishWording() ? day->toString(Qt::ISODate)
                            : shortEraDate(*day)
            + QStringLiteral("（%1）").arg(QLocale(QLocale::Japanese).dayName(day->dayOfWeek(), QLocale::ShortFormat));
}

} // namespace

QString groupWord(VoucherGroup group)
{
    switch (group) {
    case VoucherGroup::AtRisk: return QueueModel::tr("May be paid late");
    case VoucherGroup::ThisWeek: return QueueModel::tr("This week");
    case VoucherGroup::Later: return QueueModel::tr("From next week on");
    case VoucherGroup::Examined: return QueueModel::tr("Examined, not ordered yet");
    case VoucherGroup::Coming: return QueueModel::tr("On its way here");
    }
    return {};
}

void QueueModel::setQueue(ExaminationQueue queue)
{
    m_queue = std::move(queue);
    show();
}

void QueueModel::setFilter(const QString &section, const QString &form, const QString &words)
{
    m_section = section;
    m_form = form;
    m_words = words;
    show();
}

void QueueModel::take(CaseId id)
{
    std::erase_if(m_queue.vouchers, [&](const Voucher &one) { return one.row.id == id; });
    show();
}

bool QueueModel::isShown(const Voucher &voucher, const QStringList &words) const
{
    if ((!m_section.isEmpty() && voucher.row.drafterSection != m_section)
        || (!m_form.isEmpty() && voucher.row.form != m_form))
        return false;
    if (words.isEmpty())
        return true;
    const QString text = foldText(QStringList{voucher.row.title, voucher.row.number, voucher.payee,
                                              voucher.row.drafterName, voucher.row.drafterSection}
                                      .join(QLatin1Char('\n')));
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}

void QueueModel::show()
{
    const QStringList words = searchWords(m_words);
    beginResetModel();
    m_lines.clear();
    std::optional<size_t> head;
    for (size_t i = 0; i < m_queue.vouchers.size(); ++i) {
        const Voucher &voucher = m_queue.vouchers[i];
        if (!isShown(voucher, words))
            continue;
        if (!head || m_lines[*head].group != voucher.group) {
            head = m_lines.size();
            m_lines.push_back({std::nullopt, voucher.group});
        }
        m_lines[*head].count += 1;
        m_lines[*head].yen += voucher.row.amount.value_or(0);
        m_lines.push_back({i, voucher.group});
    }
    endResetModel();
}

QStringList QueueModel::sections() const
{
    QStringList sections;
    for (const Voucher &voucher : m_queue.vouchers)
        sections.append(voucher.row.drafterSection);
    sections.removeDuplicates();
    sections.sort();
    return sections;
}

const Voucher *QueueModel::voucher(int row) const
{
    if (row < 0 || size_t(row) >= m_lines.size() || !m_lines[size_t(row)].voucher)
        return nullptr;
    return &m_queue.vouchers[*m_lines[size_t(row)].voucher];
}

int QueueModel::rowOf(CaseId id) const
{
    for (int row = 0; row < int(m_lines.size()); ++row) {
        if (const Voucher *one = voucher(row); one && one->row.id == id)
            return row;
    }
    return -1;
}

std::vector<CaseId> QueueModel::waiting() const
{
    std::vector<CaseId> ids;
    for (int row = 0; row < int(m_lines.size()); ++row) {
        if (const Voucher *one = voucher(row); one && one->waits())
            ids.push_back(one->row.id);
    }
    return ids;
}

Sheet QueueModel::sheet(const QString &title) const
{
    const auto day = [](const std::optional<QDate> &one) { return one ? Sheet::Cell(*one) : Sheet::Cell(); };
    Sheet sheet{title,
                {{tr("Group"), 20},
                 {tr("Day of payment"), 14},
                 {tr("To be examined by"), 14},
                 {tr("Term of payment"), 14},
                 {tr("Number"), 14},
                 {tr("Kind of voucher"), 24},
                 {tr("Subject"), 44},
                 {tr("Payee"), 30},
                 {tr("Yen"), 14},
                 {tr("Section"), 20},
                 {tr("Drafter"), 16},
                 {tr("Now with"), 24},
                 {tr("To be paid back by"), 14}},
                {}};
    for (const Line &line : m_lines) {
        if (!line.voucher)
            continue;
        const Voucher &one = m_queue.vouchers[*line.voucher];
        sheet.rows.push_back({groupWord(one.group), day(one.paymentOn), day(one.examineBy), day(one.termEnd),
                              one.row.number, formName(one.row.form), one.row.title, one.payee,
                              one.row.amount ? Sheet::Cell(Yen(*one.row.amount)) : Sheet::Cell(),
                              one.row.drafterSection, one.row.drafterName, one.row.nowWith, day(one.returnBy)});
    }
    return sheet;
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Voucher *one = voucher(index.row());
    return one && one->waits() ? QAbstractTableModel::flags(index) : Qt::ItemIsEnabled;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_lines.size())
        return {};
    const Line &line = m_lines[size_t(index.row())];
    if (!line.voucher) {
        const bool says = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return says && index.column() == PayOn
            ? tr("%1  %2  ¥%3", "group, how many, how much")
                  .arg(groupWord(line.group), tr("%Ln voucher(s)", nullptr, line.count), yen(line.yen))
            : QVariant();
    }
    const Voucher &voucher = m_queue.vouchers[*line.voucher];
    if (role == Qt::ToolTipRole && index.column() == Left && voucher.termEnd)
        return tr("The term ends on %1").arg(longDay(*voucher.termEnd));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const std::optional<QDate> &moved = voucher.paymentOn ? voucher.paymentOn : voucher.returnBy; // money moves on it
    switch (index.column()) {
    case PayOn: {
        const QString on = shortDay(moved);
        const bool told = role == Qt::AccessibleTextRole && !voucher.paymentOn && voucher.returnBy;
        return told ? tr("to be paid back by %1").arg(on) : on;
    }
    case Left: return moved ? daysLeftText(*moved, m_queue.today) : QString();
    case Subject: return voucher.row.title;
    case PayeeName: return voucher.payee;
    case Amount: return voucher.row.amount ? yen(*voucher.row.amount) : QString();
    case Where:
        return voucher.waits() ? QString(voucher.row.drafterSection) : tr("now with %1").arg(voucher.row.nowWith);
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PayOn: return tr("Day of payment");
    case Left: return tr("Left", "days until the payment");
    case Subject: return tr("Subject");
    case PayeeName: return tr("Payee");
    case Amount: return tr("Yen");
    case Where: return tr("Section");
    default: return {};
    }
}

} // namespace kessai
