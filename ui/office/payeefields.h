// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payee.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace kessai {

class DateEdit;
class TextLabel;

/// One payee to be registered or changed: under every field what is wrong with it, and how the account will stand in the bank's file.
class PayeeFields final : public QWidget {
    Q_OBJECT

public:
    explicit PayeeFields(const QDate &today, QWidget *parent = nullptr);

    /// Shows a payee as it is registered; a new one has revision 0.
    void setPayee(const Payee &payee);
    /// What is typed, as it would be kept.
    Payee payee() const;
    /// Whether anything was typed that is not registered.
    bool changed() const;
    void setBusy(bool busy);
    void takeFocus();
    /// The reason and the button: they stay in sight below what scrolls.
    QWidget *foot() const { return m_foot; }

Q_SIGNALS:
    void saveRequested(const kessai::Payee &payee, const QString &reason);
    /// Something keeps this from being registered, and the keyboard is there.
    void problemPointed(QWidget *field);

private:
    struct Line {
        QLineEdit *edit;
        TextLabel *problem;
    };
    void build();
    void addLine(QGridLayout &grid, int row, int column, int span, PayeeField field, const char *objectName);
    QLineEdit &edit(PayeeField field) const { return *m_lines.at(field).edit; }
    /// The first field that keeps this from being registered; none where nothing does.
    QWidget *firstProblem() const;
    void check();
    void save();

    Payee m_before;
    bool m_insist = false; ///< what is missing is said as well
    bool m_busy = false;
    std::map<PayeeField, Line> m_lines;
    QComboBox *m_kind;
    QComboBox *m_type;
    QCheckBox *m_differs;
    DateEdit *m_mandate;
    QWidget *m_mandateBox;
    TextLabel *m_mandateProblem;
    DateEdit *m_until;
    TextLabel *m_untilProblem;
    TextLabel *m_inFile;  ///< how the bank will read it
    TextLabel *m_warning; ///< what is lawful and looks wrong
    QWidget *m_foot;
    QLineEdit *m_reason;
    QPushButton *m_save;
};

} // namespace kessai
