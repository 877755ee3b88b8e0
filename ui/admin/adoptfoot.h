// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/rulecheck.h"

#include <QDate>
#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class DateEdit;
class TextLabel;

/// The foot of a page on which something is written that is in force from a day on: what is wrong with it, its day, the reason, and the button, with what
/// still keeps it from being used.
class AdoptFoot : public QWidget {
    Q_OBJECT

public:
    enum class Shape {
        Wide,    ///< below a page: the day beside the reason
        Narrow,  ///< at the side of one: one below the other
        Undated, ///< wide; what is written has days of its own
    };
    /// `name` begins the object names.
    AdoptFoot(const QDate &today, const QString &name, Shape shape, const QString &example, QWidget *parent);

    void setToday(const QDate &today) { m_today = today; }
    void setDay(const QDate &day);
    /// What it says where nothing is wrong; without it nothing.
    void setSoundText(const QString &text) { m_soundText = text; }
    /// Adds the button that tries what is written.
    void offerTrial();
    /// Shows how the draft stands.
    void show(const std::vector<RuleProblem> &problems, bool changed, bool busy);
    /// `later` is the day of what comes after it already and would undo it; none where nothing does.
    void setLater(const QDate &later) { m_later = later; }
    void show(const std::vector<Bilingual> &problems, bool changed, bool busy);
    bool saysWhy() const;
    void clearReason();

Q_SIGNALS:
    void dayEdited(const QDate &day);
    void adoptRequested(const QString &reason);
    void trialRequested();
    /// Somebody wants to see the line a problem is about.
    void lineChosen(size_t line);

private:
    void showNote();
    void addProblem(const RuleProblem &problem);

    QDate m_today;
    QDate m_later;
    const QString m_name;
    const bool m_dated;
    QString m_soundText;
    std::optional<std::vector<RuleProblem>> m_shown; ///< as they are said
    bool m_sound = true;
    bool m_changed = false;
    bool m_busy = false;
    TextLabel *m_head;
    QVBoxLayout *m_problems;
    DateEdit *m_from;
    QLineEdit *m_reason;
    QHBoxLayout *m_buttons;
    QPushButton *m_save;
    TextLabel *m_note;
};

} // namespace kessai
