// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"

#include <QDate>
#include <QWidget>

#include <optional>
#include <vector>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class DateEdit;
class TextLabel;

/// The foot of a page on which something is written that is in force from a day on: what is wrong with it, its day, the reason, and the button, with what
/// still keeps it from being used.
class AdoptFoot final : public QWidget {
    Q_OBJECT

public:
    /// `name` begins the object names; without `dated` what is written has days of its own.
    AdoptFoot(const QDate &today, const QString &name, bool dated, const QString &example, QWidget *parent);

    void setToday(const QDate &today) { m_today = today; }
    void setDay(const QDate &day);
    /// Shows how the draft stands.
    void show(const std::vector<Bilingual> &problems, bool changed, bool busy);
    void clearReason();

Q_SIGNALS:
    void dayEdited(const QDate &day);
    void adoptRequested(const QString &reason);

private:
    void showNote();

    QDate m_today;
    bool m_dated;
    bool m_sound = true;
    bool m_changed = false;
    bool m_busy = false;
    TextLabel *m_head;
    QVBoxLayout *m_problems;
    DateEdit *m_from;
    QLineEdit *m_reason;
    QPushButton *m_save;
    TextLabel *m_note;
};

} // namespace kessai
