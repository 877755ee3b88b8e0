// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/casemodel.h"

#include "ui/caseword.h"
#include "ui/shell/desksession.h"
#include "ui/wording.h"

#include <QLocale>

#include <algorithm>

namespace kessai {

namespace {

// The first page fills the window at once; later ones are larger, so that scrolling to the end takes few round trips.
constexpr int kFirstPage = 200;
constexpr int kNextPage = 500;
// As much as one answer holds: a refresh reads again what was scrolled to, so that nobody is thrown back to the beginning.
constexpr size_t kRefreshed = 1'000;

} // namespace

bool listsOthers(ListKind kind)
{
    return kind != ListKind::Own && kind != ListKind::Drafts && kind != ListKind::Attention;
}

CaseModel::CaseModel(DeskSession &session, QObject *parent) : QAbstractTableModel(parent), m_session(session)
{
    connect(&m_session, &DeskSession::listsChanged, this, [this] {
        if (isShort())
            reload();
        else
            m_outdated = true;
    });
    connect(&m_session, &DeskSession::infoChanged, this, [this] {
        if (!m_rows.empty()) // what was today is yesterday, and forms may have other names
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    });
    connect(&m_session, &DeskSession::broughtUpToDate, this, [this] {
        if (m_outdated)
            reload();
    });
    connect(&m_session, &DeskSession::connectionRestored, this, &CaseModel::reload);
}

void CaseModel::setQuery(const ListQuery &query)
{
    beginResetModel();
    m_query = query;
    m_rows.clear();
    m_next.reset();
    m_total.reset();
    endResetModel();
    reload();
}

void CaseModel::reload()
{
    ++m_generation;
    m_outdated = false;
    ListQuery query = m_query;
    query.after.reset();
    query.limit = int(std::clamp(m_rows.size(), size_t(kFirstPage), kRefreshed));
    request(std::move(query), true);
}

/// Whether the list holds what concerns the reader, and not the whole office's years.
bool CaseModel::isShort() const
{
    return m_query.kind != ListKind::Decided && m_query.kind != ListKind::All;
}

void CaseModel::request(ListQuery query, bool first)
{
    setLoading(true);
    m_session.desk()
        .ask([query = std::move(query)](Desk &desk) { return desk.list(query); })
        .then(this, [this, first, generation = m_generation](const Result<ListPage> &page) {
            if (generation != m_generation)
                return;
            if (!page) {
                setLoading(false);
                Q_EMIT failed(page.error());
                return;
            }
            if (first)
                takeFirst(*page);
            else
                takeNext(*page);
        });
}

/// Puts the first page in place. Rows follow their case: what was chosen stays chosen wherever it moves to, and nothing moves
/// under the pointer that did not change.
void CaseModel::takeFirst(ListPage page)
{
    m_total = page.total;
    m_next = page.next;
    removeMissing(page.rows);
    putInOrder(page.rows);
    for (size_t at = 0; at < page.rows.size();) {
        if (at < m_rows.size() && m_rows[at].id == page.rows[at].id) {
            if (m_rows[at] != page.rows[at]) {
                m_rows[at] = page.rows[at];
                Q_EMIT dataChanged(index(int(at), 0), index(int(at), ColumnCount - 1));
            }
            ++at;
            continue;
        }
        size_t end = at + 1;
        while (end < page.rows.size() && (at == m_rows.size() || page.rows[end].id != m_rows[at].id))
            ++end;
        beginInsertRows({}, int(at), int(end) - 1);
        m_rows.insert(m_rows.begin() + qsizetype(at), page.rows.begin() + qsizetype(at),
                      page.rows.begin() + qsizetype(end));
        endInsertRows();
        at = end;
    }
    setLoading(false);
    Q_EMIT loaded();
}

/// Takes out the rows whose case is not among `rows`, run by run from the end.
void CaseModel::removeMissing(const std::vector<CaseRow> &rows)
{
    QSet<CaseId> wanted;
    for (const CaseRow &row : rows)
        wanted.insert(row.id);
    for (size_t end = m_rows.size(); end > 0;) {
        size_t begin = end;
        while (begin > 0 && !wanted.contains(m_rows[begin - 1].id))
            --begin;
        if (begin < end) {
            beginRemoveRows({}, int(begin), int(end) - 1);
            m_rows.erase(m_rows.begin() + qsizetype(begin), m_rows.begin() + qsizetype(end));
            endRemoveRows();
        }
        end = begin == 0 ? 0 : begin - 1;
    }
}

/// Brings the rows there are, all among `rows`, into the order they have there.
void CaseModel::putInOrder(const std::vector<CaseRow> &rows)
{
    QHash<CaseId, int> place;
    for (const CaseRow &row : rows)
        place.insert(row.id, int(place.size()));
    const auto before = [&place](const CaseRow &a, const CaseRow &b) { return place[a.id] < place[b.id]; };
    if (std::is_sorted(m_rows.begin(), m_rows.end(), before))
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList old = persistentIndexList();
    std::vector<CaseId> held;
    for (const QModelIndex &one : old)
        held.push_back(m_rows[size_t(one.row())].id);
    std::sort(m_rows.begin(), m_rows.end(), before);
    QModelIndexList moved;
    for (qsizetype i = 0; i < old.size(); ++i)
        moved.append(index(*rowOf(held[size_t(i)]), old[i].column()));
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged();
}

void CaseModel::takeNext(ListPage page)
{
    m_next = page.next;
    if (!m_next)
        m_total = qint64(m_rows.size() + page.rows.size());
    if (!page.rows.empty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page.rows.size()) - 1);
        m_rows.insert(m_rows.end(), page.rows.begin(), page.rows.end());
        endInsertRows();
    }
    setLoading(false);
    Q_EMIT loaded();
}

const CaseRow *CaseModel::row(int index) const
{
    return index >= 0 && size_t(index) < m_rows.size() ? &m_rows[size_t(index)] : nullptr;
}

std::optional<int> CaseModel::rowOf(CaseId id) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const CaseRow &row) { return row.id == id; });
    return it == m_rows.end() ? std::nullopt : std::optional(int(it - m_rows.begin()));
}

QString CaseModel::formName(const QString &form) const
{
    for (const FormDefinition &definition : m_session.info().forms) {
        if (definition.code == form)
            return definition.name.text(englishWording());
    }
    return form;
}

QString CaseModel::recordedFormName(const QString &form) const
{
    for (const FormDefinition &definition : m_session.info().forms) {
        if (definition.code == form)
            return definition.name.ja;
    }
    return form;
}

Instant CaseModel::timeOf(const CaseRow &row) const
{
    switch (m_query.kind) {
    case ListKind::Tray:
    case ListKind::Late: return row.arrivedAt.value_or(row.changedAt);
    case ListKind::Attention:
    case ListKind::Own:
    case ListKind::Drafts: return row.changedAt;
    case ListKind::Decided:
    case ListKind::All: break;
    }
    return row.submittedAt.value_or(row.changedAt);
}

QString CaseModel::whenText(const CaseRow &row) const
{
    if (row.late)
        return lateText(row, m_session.info().today);
    if (m_query.kind == ListKind::Tray && row.due)
        return tr("by %1/%2", "month/day").arg(row.due->month()).arg(row.due->day());
    const QDate day = timeOf(row).day();
    return tr("%1/%2", "month/day").arg(day.month()).arg(day.day());
}

bool CaseModel::hasAmounts() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const CaseRow &row) { return row.amount.has_value(); });
}

void CaseModel::markRead(CaseId id, int seq)
{
    m_read.insert({id.value(), seq});
    if (const auto at = rowOf(id))
        Q_EMIT dataChanged(index(*at, 0), index(*at, ColumnCount - 1));
}

int CaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CaseModel::subjectOf(const CaseRow &row) const
{
    return row.cancelledBy.isEmpty() ? row.title : tr("(Cancelled by %1) %2").arg(row.cancelledBy, row.title);
}

QVariant CaseModel::data(const QModelIndex &index, int role) const
{
    const CaseRow *one = index.isValid() ? row(index.row()) : nullptr;
    if (!one)
        return {};
    if (role == RowRole)
        return QVariant::fromValue(one);
    if (role == Qt::AccessibleTextRole)
        return index.column() == Subject ? sentence(*one) : data(index, Qt::DisplayRole);
    if (role == Qt::ToolTipRole)
        return index.column() == Subject ? subjectOf(*one) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Mark:
        if (m_query.kind == ListKind::Tray && one->afterwards)
            return afterwardsWord();
        if (m_query.kind == ListKind::Tray && one->acting)
            return actingWord();
        return m_query.kind == ListKind::Tray && one->myStep ? kindWord(*one->myStep) : stateWord(*one);
    case Subject: return subjectOf(*one);
    case Drafter: return one->drafterName;
    case Amount: return one->amount ? tr("¥%1").arg(QLocale(QLocale::Japanese).toString(*one->amount)) : QVariant();
    case When: return one->due ? whenText(*one) : shortTime(timeOf(*one), m_session.info().today);
    default: return {};
    }
}

QString CaseModel::sentence(const CaseRow &row) const
{
    const QString sentence = row.number.isEmpty()
        ? tr("%1, %2, by %3 of %4").arg(stateWord(row), subjectOf(row), row.drafterName, row.drafterSection)
        : tr("%1, %2, %3, filed by %4 of %5")
              .arg(stateWord(row), subjectOf(row), row.number, row.drafterName, row.drafterSection);
    QStringList parts{sentence};
    if (row.cancels)
        parts += cancellationWord();
    if (row.filer)
        parts += tr("filed for them by a colleague");
    if (row.remindedAt)
        parts += tr("reminded of");
    if (row.due)
        parts += whenText(row);
    return parts.join(QStringLiteral(", "));
}

QVariant CaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Mark: return m_query.kind == ListKind::Tray ? tr("Asked of you") : tr("State");
    case Subject: return tr("Subject");
    case Drafter: return tr("Filed by");
    case Amount: return tr("Amount");
    case When:
        if (m_query.kind == ListKind::Tray)
            return tr("Due");
        if (m_query.kind == ListKind::Late)
            return tr("Waiting since");
        return m_query.kind == ListKind::Decided || m_query.kind == ListKind::All ? tr("Filed on") : tr("Changed");
    default: return {};
    }
}

bool CaseModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && !m_loading;
}

void CaseModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    ListQuery query = m_query;
    query.after = m_next;
    query.limit = kNextPage;
    request(std::move(query), false);
}

void CaseModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged(loading);
}

} // namespace kessai
