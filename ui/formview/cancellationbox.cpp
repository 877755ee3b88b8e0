// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/cancellationbox.h"

#include "ui/formview/dateedit.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kessai {

namespace {

QDate dayIn(const QJsonObject &fields, const QString &key)
{
    return QDate::fromString(fields.value(key).toString(), Qt::ISODate);
}

} // namespace

CancellationBox::CancellationBox(const QDate &today, QWidget *parent)
    : QWidget(parent), m_cancellation{CaseId(0), {}, 0, {}}, m_reason(new QLineEdit(this)), m_days(new QWidget(this)),
      m_first(new DateEdit(today, m_days)), m_last(new DateEdit(today, m_days)),
      m_before(new TextLabel(TextRole::Caption, m_days))
{
    m_reason->setObjectName(QStringLiteral("cancellationReason"));
    m_reason->setAccessibleName(tr("Why it is cancelled"));
    auto *label = new TextLabel(tr("Why it is cancelled"), TextRole::Caption, this);
    label->setBuddy(m_reason);
    m_first->setObjectName(QStringLiteral("cancelledFrom"));
    m_first->setNames(tr("First day taken back"), {});
    m_last->setObjectName(QStringLiteral("cancelledUntil"));
    m_last->setNames(tr("Last day taken back"), {});

    auto *days = new QHBoxLayout;
    days->setSpacing(metric::kFieldGap);
    days->addWidget(m_first, 1); // half of the form each, as days have anywhere in it
    days->addWidget(new TextLabel(tr("to", "between two days"), TextRole::Body, m_days));
    days->addWidget(m_last, 1);
    auto *period = new QVBoxLayout(m_days);
    period->setContentsMargins({});
    period->setSpacing(metric::kGap);
    period->addWidget(new TextLabel(tr("Days taken back (some of them, or all)"), TextRole::Caption, m_days));
    period->addLayout(days);
    m_before->setObjectName(QStringLiteral("cancelledBefore"));
    period->addWidget(m_before);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    layout->addWidget(label);
    layout->addWidget(m_reason);
    layout->addWidget(m_days);

    connect(m_reason, &QLineEdit::textEdited, this, &CancellationBox::tell);
    connect(m_first, &DateEdit::edited, this, &CancellationBox::tell);
    connect(m_last, &DateEdit::edited, this, &CancellationBox::tell);
    hide(); // until there is one
}

void CancellationBox::setContent(const QJsonObject &fields, const FormDefinition &definition)
{
    const auto cancellation = cancellationIn(fields);
    setVisible(cancellation.has_value());
    if (!cancellation)
        return;
    m_cancellation = *cancellation;
    m_all = {dayIn(fields, definition.dayField), dayIn(fields, definition.lastDayField)};
    m_reason->setText(cancellation->reason);
    m_days->setVisible(m_all.first.isValid() && m_all.last.isValid() && m_all.first < m_all.last);
    QStringList before;
    for (const DayRange &one : cancellation->before)
        before += one.first == one.last
            ? dayTextWithWeekday(one.first)
            : tr("%1 to %2", "two days").arg(dayTextWithWeekday(one.first), dayTextWithWeekday(one.last));
    m_before->setText(tr("Taken back before: %1").arg(before.join(tr(", ", "between two days"))));
    m_before->setVisible(!before.isEmpty());
    const DayRange shown = cancellation->days.value_or(m_all);
    if (!m_days->isHidden()) {
        m_first->setDate(shown.first);
        m_last->setDate(shown.last);
    }
}

void CancellationBox::takeFocus()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}

QString CancellationBox::trouble() const
{
    if (isHidden() || m_days->isHidden())
        return {};
    const auto first = m_first->date();
    const auto last = m_last->date();
    if (!first || !last)
        return tr("Enter the first and the last day taken back.");
    return *last < *first ? tr("The last day taken back is before the first.") : QString();
}

void CancellationBox::focusTrouble()
{
    (m_first->date() ? m_last : m_first)->setFocus(Qt::OtherFocusReason);
}

void CancellationBox::tell()
{
    m_cancellation.reason = m_reason->text();
    if (!m_days->isHidden() && trouble().isEmpty()) {
        const DayRange days{*m_first->date(), *m_last->date()};
        m_cancellation.days = days == m_all ? std::nullopt : std::optional(days);
    }
    Q_EMIT edited(m_cancellation);
}

} // namespace kessai
