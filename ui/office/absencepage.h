// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class Card;
class DateEdit;
class DeputyEntry;
class DeskSession;
class OfficePresenter;
class QuietBanner;

/// 不在と代理: when somebody is away, who acts for them, and for whom they act. Everybody sees to their own; an administrator may
/// choose somebody else, who fell ill.
class AbsencePage final : public QWidget {
    Q_OBJECT

public:
    explicit AbsencePage(DeskSession &session, QWidget *parent = nullptr);

    /// Shows one's own days, as they are now.
    void begin();
    void takeFocus();

Q_SIGNALS:
    /// Something was registered or ended; a sentence for the line below.
    void recorded(const QString &done);
    /// The same, and how to take it back.
    void undoOffered(const QString &done, const std::function<void()> &undo);

private:
    QWidget *buildWho();
    void buildAbsences();
    void buildDeputies();
    void fillPeople();
    void show(StaffId who);
    void refresh();
    void showSheet(const AbsenceSheet &sheet);
    QString waitingWith(const Dated<Absence> &row) const;
    QWidget *absenceRow(const Dated<Absence> &row);
    QWidget *deputyRow(const Dated<Deputyship> &row);
    void shorten(const Dated<Absence> &row, QWidget *line);
    void addAbsence();
    void checkAbsence();
    void clearEntries();
    bool mine() const;

    DeskSession &m_session;
    OfficePresenter *m_presenter;
    StaffId m_who;
    std::optional<AbsenceSheet> m_sheet;   ///< as it is shown
    std::optional<RegisterAbsence> m_undo; ///< what registers again what is being ended
    QuietBanner *m_banner;
    QWidget *m_whoLine; ///< administrators only
    QComboBox *m_person = nullptr;
    Card *m_absences;
    QVBoxLayout *m_absenceRows;
    QComboBox *m_kind;
    DateEdit *m_from;
    DateEdit *m_until;
    QCheckBox *m_passOver;
    QPushButton *m_addAbsence;
    Card *m_deputies;
    QVBoxLayout *m_deputyRows;
    DeputyEntry *m_entry;
    Card *m_principals;
    QVBoxLayout *m_principalRows;
};

} // namespace kessai
