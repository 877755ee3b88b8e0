// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/formdefinition.h"

#include <QWidget>

class QLineEdit;

namespace kessai {

/// What a form is called and found by: its name, group, description, the words that find it, what to attach, the title on paper.
class FormWords final : public QWidget {
    Q_OBJECT

public:
    explicit FormWords(QWidget *parent);

    void show(const FormDefinition &form, bool writing);
    void takeFocus();

Q_SIGNALS:
    void edited(const kessai::FormDefinition &form);

private:
    struct Pair {
        Bilingual FormDefinition::*wording;
        QLineEdit *ja;
        QLineEdit *en;
    };
    void add(const QString &label, const char *objectName, Bilingual FormDefinition::*wording);
    void read();

    FormDefinition m_form;
    std::vector<Pair> m_pairs;
    QLineEdit *m_words;
};

} // namespace kessai
