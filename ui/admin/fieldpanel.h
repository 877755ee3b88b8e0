// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/formdefinition.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace kessai {

class TextLabel;

/// One field of a form that is being written: its words in both languages, whether it must be filled in, how wide it is, its choices, and when it is
/// shown. What belongs to the form itself is said and cannot be changed.
class FieldPanel final : public QWidget {
    Q_OBJECT

public:
    explicit FieldPanel(QWidget *parent);

    /// `open`: choices may be added to it. Where nothing is written it is only shown.
    void show(const FieldDefinition &field, const FormDefinition &form, bool open, bool writing);
    /// The code the next added choice of the field shown gets.
    void setFreeCode(const QString &code);
    void takeFocus();

    static QString kindWord(FieldKind kind);

Q_SIGNALS:
    void edited(const kessai::FieldDefinition &field);

private:
    QWidget *buildChoices();
    void showChoices(bool writing);
    void showCondition(const FormDefinition &form, bool writing);
    void read();
    void readChoices(FieldDefinition &field) const;
    void addChoice();
    void dropChoice();
    void moveChoice(int by);

    FieldDefinition m_field;
    bool m_open = false;
    bool m_quiet = false; ///< what changes now was not typed
    QString m_freeCode;
    TextLabel *m_kind;
    QLineEdit *m_ja;
    QLineEdit *m_en;
    QLineEdit *m_hintJa;
    QLineEdit *m_hintEn;
    QCheckBox *m_required;
    QSpinBox *m_width;
    QWidget *m_choicesBox;
    QTableWidget *m_choices;
    QPushButton *m_addChoice;
    QPushButton *m_dropChoice;
    TextLabel *m_choiceNote;
    TextLabel *m_condition;
    QComboBox *m_shownBy;
    QComboBox *m_shownAt;
    QWidget *m_shownBox;
};

} // namespace kessai
