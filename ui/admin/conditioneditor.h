// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/conditionrows.h"
#include "core/cases/ruletext.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QVBoxLayout;

namespace kessai {

class FieldEditor;
class TextLabel;

/// The condition of a line as rows of a field, a comparison and a value, of which all have to hold or any one. What is nested deeper stands as
/// a sentence, and stays as it is until it is taken out.
class ConditionEditor final : public QWidget {
    Q_OBJECT

public:
    explicit ConditionEditor(QWidget *parent = nullptr);

    /// Shows a condition; what somebody is typing stays where it says the same. `words` is used only now.
    void setCondition(const Condition &condition, const RuleWords &words, bool withTop,
                      std::shared_ptr<const Office> office);

Q_SIGNALS:
    void edited(const kessai::Condition &condition);

private:
    struct Row {
        QWidget *widget;
        QComboBox *field = nullptr; ///< none of what is only read
        QComboBox *comparison = nullptr;
        FieldEditor *value = nullptr; ///< none where there is nothing to compare with
        QWidget *out = nullptr;       ///< takes it out
    };
    void rebuild(const RuleWords &words);
    Row plainRow(size_t at);
    Row readRow(size_t at, const QString &text);
    void addRow();
    void fieldChosen(size_t at);
    void comparisonChosen(size_t at);
    void valueTyped(size_t at);
    void change(ConditionRows rows);
    const FieldDefinition *field(const QString &key) const;

    std::shared_ptr<const Office> m_office;
    std::vector<FieldDefinition> m_fields;
    ConditionRows m_rows;
    Condition m_condition;
    std::vector<Row> m_shown;
    QComboBox *m_joined;
    QVBoxLayout *m_column;
    TextLabel *m_always;
};

} // namespace kessai
