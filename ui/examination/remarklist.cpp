// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/remarklist.h"

#include "ui/cases/casefacts.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kLeastHeight = 62;
constexpr int kBetween = 4;

} // namespace

RemarkList::RemarkList(QWidget *parent)
    : QScrollArea(parent), m_inside(new QWidget(this)), m_lines(new QVBoxLayout(m_inside))
{
    setObjectName(QStringLiteral("voucherRemarks"));
    setAccessibleName(tr("What there is to know of the voucher"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setContentsMargins({});
    m_lines->setSpacing(kBetween);
    setWidget(m_inside);
    viewport()->setAutoFillBackground(false);
    m_inside->setAutoFillBackground(false);
}

void RemarkList::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void RemarkList::setInsights(const std::vector<Insight> &insights)
{
    clear();
    for (const bool remarkable : {true, false}) { // what is to be looked at again is seen without scrolling
        for (const Insight &insight : insights) {
            if (insight.remarkable == remarkable)
                m_lines->addWidget(makeInsight(insight, m_inside));
        }
    }
}

void RemarkList::putFirst(const QStringList &faults)
{
    for (qsizetype i = 0; i < faults.size(); ++i) {
        auto *label = new TextLabel(faults[i], TextRole::Body, m_inside);
        label->setWordWrap(true);
        label->setToken(Token::DangerText);
        m_lines->insertWidget(int(i), label);
    }
}

bool RemarkList::isEmpty() const
{
    return m_lines->count() == 0;
}

void RemarkList::fit(int most)
{
    if (isEmpty())
        return;
    const int room = std::max(1, width());
    const int needed = m_lines->hasHeightForWidth() ? m_lines->heightForWidth(room) : m_lines->sizeHint().height();
    const int limit = std::max(grown(kLeastHeight), most);
    setFixedHeight(std::min(needed, limit));
    setFocusPolicy(needed > limit ? Qt::StrongFocus : Qt::NoFocus);
}

} // namespace kessai
