// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/hitmodel.h"

#include "core/base/searchwords.h"
#include "core/base/textfold.h"
#include "ui/widgets/cellpaint.h"
#include "ui/wording.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kHitPadding = 12;
constexpr qsizetype kBeforeHit = 24; ///< characters
constexpr qsizetype kExcerpt = 160;

} // namespace

HitExcerpt excerptOf(const QString &around, const QString &words)
{
    const QString text = around.simplified();
    const QStringList wanted = searchWords(words);
    const FoldedText whole = foldTextWithOrigins(text);
    const qsizetype first = wanted.isEmpty() ? -1 : whole.text.indexOf(wanted.front());
    const qsizetype from = first < 0 ? 0 : std::max<qsizetype>(0, whole.origins.at(first) - kBeforeHit);
    HitExcerpt excerpt;
    excerpt.text = text.mid(from, kExcerpt);
    if (from > 0)
        excerpt.text.prepend(QChar(0x2026));
    if (from + kExcerpt < text.size())
        excerpt.text.append(QChar(0x2026));
    const FoldedText shown = foldTextWithOrigins(excerpt.text);
    for (const QString &word : wanted) {
        for (qsizetype at = shown.text.indexOf(word); at >= 0; at = shown.text.indexOf(word, at + word.size())) {
            const qsizetype begin = shown.origins.at(at);
            excerpt.marks.emplace_back(begin, shown.origins.at(at + word.size() - 1) + 1 - begin);
        }
    }
    std::sort(excerpt.marks.begin(), excerpt.marks.end());
    return excerpt;
}

void HitModel::setHits(const std::vector<PageFound> &hits, const QString &words)
{
    beginResetModel();
    m_hits = hits;
    m_excerpts.clear();
    for (const PageFound &one : hits)
        m_excerpts.push_back(excerptOf(one.hit.around, words));
    endResetModel();
}

const MeetingHit *HitModel::hit(const QModelIndex &index) const
{
    return index.isValid() && size_t(index.row()) < m_hits.size() ? &m_hits[size_t(index.row())].hit : nullptr;
}

const HitExcerpt *HitModel::excerpt(const QModelIndex &index) const
{
    return hit(index) ? &m_excerpts[size_t(index.row())] : nullptr;
}

QString HitModel::placeOf(const PageFound &found) const
{
    const QString page = QString::number(found.hit.page + 1);
    const QString day = longDay(found.hit.day);
    return found.paper.isEmpty()
        ? tr("%1 ・ %2 ・ page %3", "meeting, day, page").arg(found.hit.title, day, page)
        : tr("%1 ・ page %2 ・ %3 ・ %4", "paper, page, meeting, day").arg(found.paper, page, found.hit.title, day);
}

int HitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    if (!hit(index))
        return {};
    const QString &text = m_excerpts[size_t(index.row())].text;
    const QString place = placeOf(m_hits[size_t(index.row())]);
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::ToolTipRole: return place;
    case Qt::AccessibleTextRole: return QString(place + QStringLiteral("、") + text);
    default: return {};
    }
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight()};
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const HitModel *>(index.model());
    const HitExcerpt *excerpt = model ? model->excerpt(index) : nullptr;
    if (!excerpt)
        return;
    paintRowGround(*painter, option, true);
    const QRectF cell = QRectF(option.rect).adjusted(kHitPadding, 0, -kHitPadding, 0);
    paintCell(*painter, cell,
              {.first = excerpt->text, .second = index.data(Qt::ToolTipRole).toString(), .marks = excerpt->marks},
              option.state.testFlag(QStyle::State_Selected));
}

} // namespace kessai
