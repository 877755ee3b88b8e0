// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace kessai {

class OrganisationDraft;
class TextLabel;

/// A unit is abolished in one step: to which unit its work goes, post by post, and whether the people go along.
class Abolition final : public QWidget {
    Q_OBJECT

public:
    Abolition(OrganisationDraft &draft, QWidget *parent);

    /// Asks about a unit, with nothing chosen yet.
    void ask(SectionId section);
    void takeFocus();

Q_SIGNALS:
    void done();

private:
    void showHeirs();
    void showConsequences();
    QComboBox *unsettled() const;
    bool isSettled();
    void abolish();

    OrganisationDraft &m_draft;
    SectionId m_section{0};
    QComboBox *m_unit;
    QCheckBox *m_people;
    QWidget *m_list; ///< holds the rows, one a post
    QVBoxLayout *m_rows;
    TextLabel *m_note; ///< what becomes of cases and people, or which box is not clear
    std::vector<std::pair<PostId, QComboBox *>> m_heirs;
    QComboBox *m_trouble = nullptr; ///< that is not clear
};

} // namespace kessai
