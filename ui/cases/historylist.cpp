// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/historylist.h"

#include "ui/caseword.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QVBoxLayout>

namespace kessai {

HistoryList::HistoryList(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kCardPadding, metric::kFieldGap, metric::kCardPadding, metric::kFieldGap);
    layout->setSpacing(3);
}

void HistoryList::show(const std::vector<HistoryLine> &history)
{
    auto *rows = static_cast<QVBoxLayout *>(layout());
    while (QLayoutItem *item = rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (auto line = history.rbegin(); line != history.rend(); ++line) {
        QString head = eventWord(*line);
        if (line->code == QLatin1String("returned"))
            head = line->toStep                  ? tr("Returned to step %1").arg(*line->toStep)
                : line->manner == Manner::PullUp ? eventWord(*line)
                                                 : tr("Returned to the drafter");
        if (line->checked > 0)
            head += QLatin1Char(' ') + tr("(%n item(s) ticked off)", nullptr, line->checked);
        if (line->kept > 0)
            head += QLatin1Char(' ') + tr("(%n step(s) of the last round still stand)", nullptr, line->kept);
        if (line->round > 1)
            head += QLatin1Char(' ') + tr("(round %1)").arg(line->round);
        rows->addWidget(new TextLabel(head, TextRole::BodyStrong, this));
        QString who = tr("%1 (%2 %3)").arg(line->actorName, line->actorSection, line->actorTitle);
        if (!line->principalName.isEmpty())
            who += QLatin1Char(' ') + tr("for %1").arg(line->principalName);
        auto *by = new TextLabel(who + QLatin1String("  ") + longDay(line->at.day())
                                     + line->at.tokyo().toString(QStringLiteral(" HH:mm:ss")),
                                 TextRole::Caption, this);
        by->setWordWrap(true);
        rows->addWidget(by);
        if (!line->text.isEmpty()) {
            auto *text = new TextLabel(line->text, TextRole::Body, this);
            text->setWordWrap(true);
            text->setTextInteractionFlags(Qt::TextSelectableByMouse);
            rows->addWidget(text);
        }
        rows->addSpacing(metric::kGap);
    }
    rows->addStretch(1);
}

} // namespace kessai
