// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/cases/repeatedlines.h"
#include "ui/formview/fieldeditor.h"

#include <QWidget>

#include <map>

class QSpacerItem;

namespace kessai {

class TextLabel;

/// A form drawn from its definition on a 12-column grid: labels, editors, and under each field what is wrong with it. Knows
/// nothing of any particular form.
class FormView final : public QWidget {
    Q_OBJECT

public:
    explicit FormView(QWidget *parent = nullptr);

    void setDefinition(const FormDefinition &definition, const FieldOffer &offer);
    QJsonObject fields() const;
    void setFields(const QJsonObject &fields);
    /// Puts values into some fields and leaves the others, and what is being typed there, alone; null empties one. Edited, where other fields
    /// come into sight by it or leave it: no value is seen that `fields` does not say.
    void fill(const QJsonObject &values);
    void setComputed(const QHash<QString, Bilingual> &computed);
    /// Marks the fields. Missing required fields are quiet until `insist`, so that a fresh form is not red all over.
    void setFindings(const std::vector<Finding> &findings, bool insist);
    /// Reads what was typed last in every field, as leaving it does.
    void settle();
    /// Marks the fields that are obligatory by what else is written, beside those that always are.
    void setNeeded(const QStringList &needed);
    /// Whether any field holds what is no value of it, or is marked as wrong.
    bool hasErrors() const { return !m_errors.isEmpty(); }
    /// Puts the keyboard into the first thing that is still asked for; where everything is there, into the first.
    void focusFirst();
    /// Moves the focus to the first field with an error; what is to be seen of it with its name and words, none where there is none.
    QWidget *focusFirstError();

Q_SIGNALS:
    void edited();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Place {
        FieldDefinition field;
        QWidget *box = nullptr;
        FieldEditor *editor = nullptr;
        TextLabel *finding = nullptr;
        TextLabel *required = nullptr; ///< says that it is obligatory
        TextLabel *amount = nullptr;   ///< what its line comes to
        QSpacerItem *lead = nullptr;   ///< of a box to tick, which has no name above it
    };
    void arrange();
    QLayout *makeRow(const std::vector<const Place *> &places) const;
    int widthOf(const Place &place) const;
    bool showAsked();
    void updateVisibility();
    void showAmounts();
    void mark(const Place &place, const QString &text, bool error);
    static bool isEmptyError(const Finding &finding, const QJsonObject &fields);

    FormDefinition m_definition;
    std::vector<RepeatedLines> m_lines; ///< of the definition
    std::vector<Place> m_places;
    QSet<QString> m_touched;
    QStringList m_errors;
    bool m_narrow = false; ///< there is room for two fields beside each other, and not for more
};

} // namespace kessai
