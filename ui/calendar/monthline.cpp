// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/monthline.h"

#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace kessai {

MonthLine::MonthLine(QWidget *parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_title(new TextLabel(TextRole::CardTitle, this))
{
    m_title->setObjectName(QStringLiteral("monthTitle"));
    m_title->setMinimumWidth(grown(120));
    m_title->setAlignment(Qt::AlignCenter);
    auto *today = new QPushButton(tr("This month"), this);
    today->setObjectName(QStringLiteral("thisMonth"));
    setButtonKind(*today, ButtonKind::Plain);
    connect(today, &QPushButton::clicked, this, &MonthLine::thisMonthWanted);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(metric::kGap);
    m_layout->addWidget(arrow(QStringLiteral("chevron-left"), tr("The month before"), -1));
    m_layout->addWidget(m_title);
    m_layout->addWidget(arrow(QStringLiteral("chevron-right"), tr("The month after"), 1));
    m_layout->addWidget(today);
    m_layout->addStretch(1);
}

QToolButton *MonthLine::arrow(const QString &iconName, const QString &words, int months)
{
    auto *button = new QToolButton(this);
    button->setObjectName(months < 0 ? QStringLiteral("monthBefore") : QStringLiteral("monthAfter"));
    button->setIcon(icon(iconName));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setAutoRaise(true);
    button->setMinimumSize(metric::kControlHeight, metric::kControlHeight);
    connect(button, &QToolButton::clicked, this, [this, months] { Q_EMIT stepped(months); });
    return button;
}

void MonthLine::setMonth(const QDate &first)
{
    m_month = first;
    m_title->setText(monthHeading(first));
}

void MonthLine::add(QWidget *widget)
{
    m_layout->addWidget(widget);
}

} // namespace kessai
