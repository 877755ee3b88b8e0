// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"
#include "ui/formview/fieldeditor.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace kessai {

/// Asks whom to put into the route of a running case: who, what they are asked, before or after oneself, and why.
class AddStepDialog final : public QDialog {
    Q_OBJECT

public:
    /// `before` tells whether somebody may still be asked before the reader.
    AddStepDialog(std::shared_ptr<const Office> office, bool before, const QString &reason, QWidget *parent);
    /// What was chosen; complete once the dialog was accepted.
    AddStep step() const;

private:
    void check();

    std::shared_ptr<const Office> m_office;
    FieldEditor *m_who;
    QComboBox *m_kind;
    QRadioButton *m_before;
    QRadioButton *m_after;
    QPlainTextEdit *m_reason;
    QPushButton *m_add;
};

} // namespace kessai
