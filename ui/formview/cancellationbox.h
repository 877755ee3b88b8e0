// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/cancellation.h"

#include <QWidget>

class QLineEdit;

namespace kessai {

class DateEdit;
class TextLabel;

/// What is asked of a cancellation: why, and of what lasted several days, which of them are taken back. All the rest of its content stays
/// as it was decided.
class CancellationBox final : public QWidget {
    Q_OBJECT

public:
    explicit CancellationBox(const QDate &today, QWidget *parent = nullptr);
    /// Shows the cancellation a content is; hidden for any other.
    void setContent(const QJsonObject &fields, const FormDefinition &definition);
    void takeFocus();
    /// Why the days in sight are no period, so that they are not those that would be taken back; empty where they are.
    QString trouble() const;
    /// Goes to the day that has to be put right.
    void focusTrouble();

Q_SIGNALS:
    /// The reason as it is written, and the days that were a period last.
    void edited(const kessai::Cancellation &cancellation);

private:
    void tell();

    Cancellation m_cancellation;
    DayRange m_all; ///< the days decided on; invalid where there are no several
    QLineEdit *m_reason;
    QWidget *m_days;
    DateEdit *m_first;
    DateEdit *m_last;
    TextLabel *m_before; ///< the days that were taken back already
};

} // namespace kessai
