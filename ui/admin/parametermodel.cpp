// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/parametermodel.h"

#include "core/base/searchwords.h"
#include "core/base/textfold.h"
#include "ui/admin/parameterdraft.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/wording.h"

#include <QRegularExpression>

#include <algorithm>

namespace kessai {

namespace {

/// What people look for who do not call it as the list does.
QStringList otherWords(const ParameterWord &word)
{
    QStringList words;
    if (word.name.ja.contains(QStringLiteral("上限")))
        words << QStringLiteral("限度時間 限度日数 限度額");
    if (word.name.ja.contains(QStringLiteral("できる額")))
        words << QStringLiteral("限度額");
    return words;
}

} // namespace

QString sourceText(const QString &source)
{
    static const QRegularExpression form(QStringLiteral("\\d{4}-\\d{2}-\\d{2}"));
    QString text = source;
    for (QRegularExpressionMatch match = form.match(text); match.hasMatch();
         match = form.match(text, match.capturedEnd())) {
        const QDate day = QDate::fromString(match.captured(), Qt::ISODate);
        if (day.isValid())
            text.replace(match.capturedStart(), match.capturedLength(), longDay(day));
    }
    return text;
}

ParameterModel::ParameterModel(const ParameterDraft &draft, QObject *parent)
    : QAbstractTableModel(parent), m_draft(draft)
{
}

QStringList ParameterModel::groups() const
{
    QStringList groups;
    for (const ParameterWord &word : parameterWords(m_draft.keys()))
        groups.append(word.group.text(englishWording()));
    groups.removeDuplicates();
    return groups;
}

void ParameterModel::show(const QString &group, const QString &words, const QDate &today)
{
    const QStringList sought = searchWords(words);
    beginResetModel();
    m_today = today;
    m_rows.clear();
    m_count = 0;
    for (const ParameterWord &word : parameterWords(m_draft.keys())) {
        const QString subject = word.group.text(englishWording());
        if (!group.isEmpty() && group != subject)
            continue;
        QStringList said{word.group.ja, word.group.en, word.name.ja, word.name.en, word.key};
        for (const Parameters::Row &row : m_draft.history(word.key))
            said << row.source << sourceText(row.source) << parameterText(word, row.value).ja;
        said << otherWords(word);
        const QString folded = foldText(said.join(QLatin1Char(' ')));
        if (!std::all_of(sought.begin(), sought.end(), [&](const QString &one) { return folded.contains(one); }))
            continue;
        if (m_rows.empty() || m_rows.back().word.group != word.group)
            m_rows.push_back({true, word});
        m_rows.push_back({false, word});
        ++m_count;
    }
    endResetModel();
}

const ParameterWord *ParameterModel::wordAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) && !isHead(row) ? &m_rows[size_t(row)].word : nullptr;
}

int ParameterModel::rowOf(const QString &key) const
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].head && m_rows[i].word.key == key)
            return int(i);
    }
    return -1;
}

Sheet ParameterModel::sheet(const QString &title) const
{
    Sheet sheet{.title = title,
                .columns = {{tr("Subject"), 22},
                            {tr("Item"), 44},
                            {tr("In force from"), 14},
                            {tr("Value"), 16},
                            {tr("Source"), 60},
                            {tr("Key"), 34}},
                .rows = {}};
    const bool english = englishWording();
    for (const ParameterWord &word : parameterWords(m_draft.keys())) {
        for (const Parameters::Row &row : m_draft.history(word.key))
            sheet.rows.push_back({word.group.text(english), word.name.text(english), row.from,
                                  parameterText(word, row.value).text(english), row.source, row.key});
    }
    return sheet;
}

int ParameterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ParameterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

bool ParameterModel::isChanged(const ParameterWord &word) const
{
    return m_draft.drafted(word.key) != nullptr;
}

/// What comes after the value of today: the drafted one, or the next that is known.
const Parameters::Row *ParameterModel::coming(const ParameterWord &word) const
{
    if (const Parameters::Row *drafted = m_draft.drafted(word.key))
        return drafted;
    const Parameters::Row *now = m_draft.inForce(word.key, m_today);
    for (const Parameters::Row &row : m_draft.history(word.key)) {
        if (row.from > m_today && (!now || row.value != now->value))
            return m_draft.inForce(word.key, row.from);
    }
    return nullptr;
}

/// The value of today, and after an arrow what comes.
QString ParameterModel::valueText(const ParameterWord &word) const
{
    const bool english = englishWording();
    const Parameters::Row *now = m_draft.inForce(word.key, m_today);
    const Parameters::Row *next = coming(word);
    const QString today = now ? parameterText(word, now->value).text(english) : tr("not yet in force");
    return next ? tr("%1 → %2", "a value, and the one that is to come")
                      .arg(today, parameterText(word, next->value).text(english))
                : today;
}

/// Since when the value of today is in force; where another one comes, its day.
QString ParameterModel::sinceText(const ParameterWord &word) const
{
    if (const Parameters::Row *next = coming(word))
        return tr("→ %1", "the day from which a value is in force").arg(longDay(next->from));
    const Parameters::Row *now = m_draft.inForce(word.key, m_today);
    return now ? longDay(now->from) : QString();
}

QString ParameterModel::text(const ParameterWord &word, int column) const
{
    const Parameters::Row *now = m_draft.inForce(word.key, m_today);
    switch (column) {
    case Name: return word.name.text(englishWording());
    case Value: return valueText(word);
    case Since: return sinceText(word);
    case Source: {
        const Parameters::Row *shown = coming(word) ? coming(word) : now; // as the day beside it
        return shown ? sourceText(shown->source) : QString();
    }
    default: return {};
    }
}

QVariant ParameterModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (row.head) {
        if (index.column() > 0)
            return {};
        switch (role) {
        case Qt::DisplayRole: return row.word.group.text(englishWording());
        case Qt::FontRole: return fontFor(TextRole::BodyStrong);
        default: return {};
        }
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row.word, index.column());
    case Qt::AccessibleTextRole:
        return isChanged(row.word) && index.column() == Value ? tr("%1 (changed)").arg(text(row.word, Value))
                                                              : text(row.word, index.column());
    case Qt::ForegroundRole:
        if (isChanged(row.word) && index.column() == Value)
            return QVariant(tokens()[Token::Accent]);
        return index.column() >= Since ? QVariant(tokens()[Token::Text2]) : QVariant();
    default: return {};
    }
}

QVariant ParameterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Item");
    case Value: return tr("Value");
    case Since: return tr("In force since");
    case Source: return tr("Source");
    default: return {};
    }
}

} // namespace kessai
