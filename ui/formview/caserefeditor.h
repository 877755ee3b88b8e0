// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caseref.h"
#include "ui/formview/fieldeditor.h"

#include <QTimer>

class QComboBox;

namespace kessai {

class TextLabel;

/// Chooses a case another rests on, a decided commitment or a paid order: the newest of those the reader may name, others found by typing a
/// part of the number or the title.
class CaseRefEditor final : public FieldEditor {
    Q_OBJECT

public:
    CaseRefEditor(const FieldDefinition &field, CaseSource source, QWidget *parent);
    QJsonValue value() const override { return m_value; }
    void setValue(const QJsonValue &value) override;
    void settle() override;
    QString trouble() const override;

private:
    void look();
    void offer(const std::vector<CaseOffer> &found);
    void choose(int index);
    void show(const QJsonObject &ref);

    CaseSource m_source;
    QComboBox *m_box;
    TextLabel *m_note;
    QTimer m_typing;
    QJsonValue m_value;
    // Answers to an earlier question are dropped.
    int m_looked = 0;   ///< for cases that fit
    int m_referred = 0; ///< for what is kept of the chosen one
};

} // namespace kessai
