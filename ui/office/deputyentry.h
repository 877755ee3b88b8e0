// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class DateEdit;
class DeskSession;
class TextLabel;

/// The fields by which a deputy is registered. Beside the button stands in words what the deputy is about to be given, or why nothing can be
/// registered yet.
class DeputyEntry final : public QWidget {
    Q_OBJECT

public:
    explicit DeputyEntry(DeskSession &session, QWidget *parent = nullptr);

    /// Empty fields, for whoever is to have a deputy, by the office as it is now.
    void open(StaffId principal);
    void clear();
    /// Whether there is something to register; says what, or why not.
    void check();

Q_SIGNALS:
    void registered(const kessai::RegisterDeputy &change);

private:
    void build();
    void fillPeople();
    void fillForms();
    void registerDeputy();
    QString missing(const std::optional<StaffId> &deputy) const;
    QString whyNobody() const;
    QString granted(const RegisterDeputy &change) const;
    RegisterDeputy written(StaffId deputy) const;
    bool mine() const;

    DeskSession &m_session;
    StaffId m_principal;
    QWidget *m_deputyRoom; ///< holds the list of people, which changes with the office
    QComboBox *m_deputy = nullptr;
    QComboBox *m_when;
    QPushButton *m_forms; ///< its menu holds the forms the deputy is limited to
    QLineEdit *m_upTo;
    DateEdit *m_from;
    DateEdit *m_until;
    TextLabel *m_words;
    QPushButton *m_register;
};

} // namespace kessai
