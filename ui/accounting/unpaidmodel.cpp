// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/unpaidmodel.h"

#include "core/base/searchwords.h"
#include "core/base/textfold.h"
#include "ui/accounting/budgetmodel.h"
#include "ui/caseword.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <algorithm>

namespace kessai {

namespace {

QString kindWord(const Unpaid &one)
{
    switch (one.kind) {
    case Unpaid::Kind::Voucher: return UnpaidModel::tr("Payment");
    case Unpaid::Kind::Refund: return UnpaidModel::tr("Awaited back");
    case Unpaid::Kind::Advance: return UnpaidModel::tr("To be settled");
    case Unpaid::Kind::Commitment: return UnpaidModel::tr("Commitment");
    case Unpaid::Kind::Order: return one.ordered ? orderedWord() : UnpaidModel::tr("Payment, in progress");
    }
    return {};
}

/// The day to look at: of what was paid beforehand that by which it is to be settled.
QDate dayOf(const Unpaid &one)
{
    return one.kind == Unpaid::Kind::Advance ? one.by : one.day;
}

QString lateWord(Unpaid::Kind kind)
{
    switch (kind) {
    case Unpaid::Kind::Voucher: return UnpaidModel::tr("The day of payment has passed.");
    case Unpaid::Kind::Refund: return UnpaidModel::tr("The day has passed by which it was to be paid back.");
    case Unpaid::Kind::Advance: return UnpaidModel::tr("It was paid beforehand, and nobody has settled it yet.");
    case Unpaid::Kind::Commitment:
        return UnpaidModel::tr("The term has passed, and not all of it is ordered to be paid.");
    case Unpaid::Kind::Order: return UnpaidModel::tr("The day of payment has passed, and it is not decided yet.");
    }
    return {};
}

} // namespace

void UnpaidModel::setList(std::vector<Unpaid> list, const QDate &today)
{
    m_list = std::move(list);
    m_today = today;
    show();
}

void UnpaidModel::setForms(const std::vector<FormDefinition> &forms)
{
    for (const FormDefinition &form : forms)
        m_forms.insert(form.code, form.name.ja);
}

void UnpaidModel::setWords(const QString &words)
{
    m_words = words;
    show();
}

void UnpaidModel::show()
{
    const QStringList words = searchWords(m_words);
    beginResetModel();
    m_shown.clear();
    std::copy_if(m_list.begin(), m_list.end(), std::back_inserter(m_shown), [&](const Unpaid &one) {
        const QString text = words.isEmpty()
            ? QString()
            : foldText(QStringList{one.title, one.number, one.payee, one.section, one.drafter}.join(QLatin1Char('\n')));
        return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
    });
    endResetModel();
}

bool UnpaidModel::ofSeveralSections() const
{
    return std::any_of(m_list.begin(), m_list.end(),
                       [this](const Unpaid &one) { return one.section != m_list.front().section; });
}

void UnpaidModel::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool UnpaidModel::late(const Unpaid &one) const
{
    return one.by.isValid() && one.by < m_today;
}

QString UnpaidModel::second(const Unpaid &one, int column) const
{
    if (!m_narrow)
        return {};
    switch (column) {
    case What: return text(one, Number);
    case Title: {
        QStringList whose{one.payee, one.section};
        whose.removeAll(QString());
        return whose.join(QStringLiteral(" ・ "));
    }
    case Left: return text(one, Amount);
    default: return {};
    }
}

QString UnpaidModel::remark(const Unpaid &one) const
{
    QStringList said;
    if (late(one))
        said += lateWord(one.kind);
    if (!one.readable)
        said += tr("This case was not sent to you, so you cannot open it.");
    return said.join(QLatin1Char(' '));
}

QString UnpaidModel::text(const Unpaid &one, int column) const
{
    switch (column) {
    case Day: return dayOf(one).isValid() ? longDay(dayOf(one)) : QString();
    case What: return kindWord(one);
    case Number: return one.number;
    case Title: return subjectIn(one.title, m_forms.value(one.form));
    case Payee: return one.payee;
    case SectionName: return one.section;
    case Drafter: return one.drafter;
    case Amount: return budgetYen(one.amount);
    case Left: return budgetYen(one.left);
    default: return {};
    }
}

Sheet UnpaidModel::sheet(const QString &title) const
{
    Sheet sheet{title, {}, {}};
    for (int column = 0; column < ColumnCount; ++column)
        sheet.columns.push_back({headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                 column == Title       ? 44
                                     : column == Payee ? 28
                                                       : 16});
    for (const Unpaid &one : m_shown)
        sheet.rows.push_back({dayOf(one).isValid() ? Sheet::Cell(dayOf(one)) : Sheet::Cell(), text(one, What),
                              one.number, one.title, one.payee, one.section, one.drafter, Yen(one.amount),
                              Yen(one.left)});
    return sheet;
}

int UnpaidModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int UnpaidModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UnpaidModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_shown.size())
        return {};
    const Unpaid &one = m_shown[size_t(index.row())];
    const bool warned = index.column() == Day && late(one);
    switch (role) {
    case Qt::DisplayRole: return text(one, index.column());
    case SecondLine: return second(one, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() >= Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return warned ? QVariant(icon(QStringLiteral("alert-triangle"), Token::WarnText)) : QVariant();
    case Qt::ForegroundRole:
        return warned       ? QVariant(tokens()[Token::WarnText])
            : !one.readable ? QVariant(tokens()[Token::Text2])
                            : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString said = index.column() == Title ? one.title : text(one, index.column());
        QStringList lines{said, second(one, index.column())};
        if (index.column() == Day || role == Qt::ToolTipRole)
            lines += remark(one);
        lines.removeAll(QString());
        return lines.join(role == Qt::ToolTipRole ? QLatin1Char('\n') : QLatin1Char(' '));
    }
    default: return {};
    }
}

QVariant UnpaidModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Day: return tr("Day of payment, term");
    case What: return m_narrow ? tr("Kind, number") : tr("Kind");
    case Number: return tr("Number");
    case Title: return m_narrow ? tr("Subject, payee, section") : tr("Subject");
    case Payee: return tr("Payee");
    case SectionName: return tr("Section");
    case Drafter: return tr("Drafter");
    case Amount: return tr("Yen");
    case Left: return m_narrow ? tr("Left, yen") : tr("Left", "not paid, not paid back or not settled yet");
    default: return {};
    }
}

} // namespace kessai
